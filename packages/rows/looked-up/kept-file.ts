/** A file that something cites: what its row knows of it, and else the ledger. */
import { digestOfUse, nameOfUse } from '#evidence/cited-file.ts'
import { evidenceKind, evidenceStream } from '#evidence/evidence.ts'
import { noteOn } from '#evidence/kinds.ts'
import { noteOfScan, WHY_UNUSABLE } from '#evidence/scan.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { type Known, knownAs, NOTHING_KNOWN } from '../known.ts'

export type KeptFile = {
  readonly name: string
  /** What the bytes are. */
  readonly contentType?: string
  /** The instant at which the bytes were kept. */
  readonly since?: string
  /** Who has sent it, where the ledger was asked. */
  readonly by?: string
  /** Why it cannot be used. */
  readonly wrong?: string
  /** The same for whoever reads what cites it. */
  readonly note?: string
  /** The malware scanner has found it bad. */
  readonly bad?: true
  /** Nobody has begun to send it there. */
  readonly unknown?: true
}

/**
 * A file of an owner, under the name of its use. What a row says is kept is kept; of all else the ledger knows more.
 * @param used a use of the file, or its digest alone
 */
export async function keptFile(
  ledger: Ledger,
  owner: string,
  used: string,
  known: Known = NOTHING_KNOWN,
): Promise<KeptFile> {
  const stated = nameOfUse(used)
  const row = knownAs(known, 'evidence', evidenceStream(owner, used))
  if (row?.status === 'kept') return { name: stated ?? row.name, contentType: row.contentType, since: row.since }
  const { status, promised, kept } = (await readStream(ledger, evidenceKind, evidenceStream(owner, used))).state
  const name = stated ?? promised?.name ?? `${used.slice(0, 8)}…`
  const by = promised && { by: promised.by }
  if (status === 'kept') return { name, ...by, ...(kept && { contentType: kept.contentType, since: kept.at }) }
  const note = noteOfScan(status)
  return {
    name,
    wrong: `文件“${name}”${WHY_UNUSABLE[status]}`,
    ...(note && { note }),
    ...(status === 'infected' && { bad: true }),
    ...(status === 'unknown' && { unknown: true }),
  }
}

/** As a page names it. `note`: why it cannot be opened, or what else is to be known of it. */
export function referenceTo(owner: string, used: string, { name, contentType, note: scanned }: KeptFile) {
  const note = scanned ?? (contentType && noteOn(name, contentType))
  return { owner, sha256: digestOfUse(used), name, ...(note && { note }) }
}

/** As a page shows them, by what rows know; of a file without a row the ledger tells. */
export const fileReferences = (
  { ledger }: { readonly ledger: Ledger },
  owner: string,
  uses: readonly string[],
  known: Known,
) => Promise.all(uses.map(async (used) => referenceTo(owner, used, await keptFile(ledger, owner, used, known))))
