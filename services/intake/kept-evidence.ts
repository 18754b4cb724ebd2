import type { FileReference } from '#contracts/case-page.ts'
import { digestOfUse, nameOfUse } from '#evidence/cited-file.ts'
import { evidenceKind, evidenceStream } from '#evidence/evidence.ts'
import { noteOn } from '#evidence/kinds.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { type Known, knownAs, NOTHING_KNOWN } from '#rows/known.ts'

const STILL = {
  unknown: '还没有上传',
  promised: '还没有上传完毕或正在核验',
  waiting: '正在等待查毒',
  infected: '查出病毒',
  rejected: '未通过核验',
  kept: '',
} as const

export type KeptFile = {
  readonly name: string
  /** What the bytes are. */
  readonly contentType?: string
  /** The instant at which the bytes were kept. */
  readonly since?: string
  /** Why it cannot be used. */
  readonly wrong?: string
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
  return status === 'kept'
    ? { name, ...(kept && { contentType: kept.contentType, since: kept.at }) }
    : {
        name,
        wrong: `文件“${name}”${STILL[status]}，不能使用；请重新上传`,
        ...(status === 'unknown' && { unknown: true }),
      }
}

/** The same for the first of several owners who keeps it; the complaint of the last one that knows of it when none does. */
export async function keptFileOfAny(
  ledger: Ledger,
  owners: readonly string[],
  used: string,
  known: Known = NOTHING_KNOWN,
): Promise<KeptFile & { readonly owner: string }> {
  const ready = owners.find((owner) => knownAs(known, 'evidence', evidenceStream(owner, used))?.status === 'kept')
  const asked = ready === undefined ? owners : [ready]
  const files = await Promise.all(
    asked.map(async (owner) => ({ owner, ...(await keptFile(ledger, owner, used, known)) })),
  )
  const [first = { owner: '', name: '' }] = files
  return (
    files.find(({ wrong }) => !wrong) ?? {
      ...first,
      ...(files.findLast(({ unknown }) => !unknown) ?? files.at(-1)),
      owner: first.owner,
    }
  )
}

/** Files for the page, in the order of their uses. */
export const fileReferences = (
  ledger: Ledger,
  owners: readonly string[],
  uses: readonly string[],
  known: Known = NOTHING_KNOWN,
): Promise<FileReference[]> => Promise.all(uses.map((used) => referenceTo(ledger, owners, used, known)))

/** A file for the page; what cannot be found keeps the name that the ledger has for it. */
export async function referenceTo(
  ledger: Ledger,
  owners: readonly string[],
  used: string,
  known: Known = NOTHING_KNOWN,
): Promise<FileReference> {
  const { owner, name, contentType } = await keptFileOfAny(ledger, owners, used, known)
  return fileReference(owner, used, name, contentType)
}

/** @param contentType what the bytes are, where that is known */
export function fileReference(
  owner: string,
  used: string,
  name: string,
  contentType: string | undefined,
): FileReference {
  const note = contentType && noteOn(name, contentType)
  return { owner, sha256: digestOfUse(used), name, ...(note && { note }) }
}
