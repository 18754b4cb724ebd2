import type { FileReference } from '#contracts/case-page.ts'
import { digestOfUse } from '#evidence/cited-file.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import { noteOn } from '#evidence/kinds.ts'
import { noteOfScan } from '#evidence/scan.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { type Known, knownAs, NOTHING_KNOWN } from '#rows/known.ts'
import { type KeptFile, keptFile } from '#rows/looked-up/kept-file.ts'
import type { IntakeDeps } from './intake-deps.ts'

type Scanning = Pick<IntakeDeps, 'ledger'> & { readonly county: Pick<IntakeDeps['county'], 'malwareScan'> }

/**
 * What a decision may take from rows about a file: nothing where the county's scanner may find bad what was kept, for
 * rows tell of that a moment later.
 */
export const forDeciding = ({ county }: Scanning, known: Known): Known => (county.malwareScan ? NOTHING_KNOWN : known)

/**
 * What was brought earlier and becomes part of what is decided now. Only a county that scans asks again: elsewhere what
 * is kept stays so.
 * @param then what is to be done about it, without a full stop
 * @throws Refused naming each file that has been found bad since, or has not been looked at
 */
export async function mustBeClean(
  deps: Scanning,
  owners: readonly string[],
  uses: readonly string[],
  then: string,
): Promise<void> {
  if (!deps.county.malwareScan) return
  const found = await Promise.all(uses.map((used) => keptFileOfAny(deps.ledger, owners, used)))
  const wrong = [...new Set(found.flatMap((one) => one.wrong ?? []))]
  if (wrong.length > 0) throw new Refused('conflict', `${wrong.join('。')}。${then}。`)
}

/** The same for the first of several owners who keeps it, unless another one's is bad: they are the same bytes; the complaint of the last one that knows of it when none does. */
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
  const bad = files.find((one) => one.bad)
  if (bad) return bad
  return (
    files.find(({ wrong }) => !wrong) ?? {
      ...first,
      ...(files.findLast(({ unknown }) => !unknown) ?? files.at(-1)),
      owner: first.owner,
    }
  )
}

/** By digest why a file of an owner cannot be opened. Where the county does not scan there is no reason, and nobody is asked. */
export async function scanNotes(
  { rows, county }: Pick<IntakeDeps, 'rows' | 'county'>,
  owner: string,
  uses: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (!county.malwareScan || uses.length === 0) return new Map()
  const known = await rows.many(uses.map((used) => evidenceStream(owner, used)))
  return new Map(
    uses.flatMap((used) => {
      const row = knownAs(known, 'evidence', evidenceStream(owner, used))
      const note = row && noteOfScan(row.status)
      return note ? [[digestOfUse(used), note] as const] : []
    }),
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
  const { owner, name, contentType, note } = await keptFileOfAny(ledger, owners, used, known)
  return fileReference(owner, used, name, { contentType, scan: note })
}

/** @param contentType what the bytes are, where that is known; `scan`: why they cannot be opened */
export function fileReference(
  owner: string,
  used: string,
  name: string,
  { contentType, scan }: { readonly contentType?: string | undefined; readonly scan?: string | undefined },
): FileReference {
  const note = scan ?? (contentType && noteOn(name, contentType))
  return { owner, sha256: digestOfUse(used), name, ...(note && { note }) }
}
