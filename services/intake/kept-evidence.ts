import { evidenceKind, evidenceStream, OFFICE } from '#evidence/evidence.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { type Known, knownAs, NOTHING_KNOWN } from '#rows/known.ts'

const STILL = {
  unknown: '还没有上传',
  promised: '还没有上传完毕或正在校验',
  rejected: '没有通过校验',
  kept: '',
} as const

/** A file of an owner: its name, or why it cannot be used. What a row says is kept is kept; of all else the ledger knows more. */
export async function keptFile(
  ledger: Ledger,
  owner: string,
  sha256: string,
  known: Known = NOTHING_KNOWN,
): Promise<{ readonly name: string; readonly wrong?: string }> {
  const row = knownAs(known, 'evidence', evidenceStream(owner, sha256))
  if (row?.status === 'kept') return { name: row.name }
  const { status, promised } = (await readStream(ledger, evidenceKind, evidenceStream(owner, sha256))).state
  const name = promised?.name ?? `${sha256.slice(0, 8)}…`
  return status === 'kept' ? { name } : { name, wrong: `文件“${name}”${STILL[status]}，不能使用；请重新上传` }
}

/** Where a file of a case may lie: with its unit or with the office. */
export const ownersOf = (unit: string): readonly string[] => [unit, OFFICE]

/** The same for the first of several owners who keeps it; the last one's complaint when none does. */
export async function keptFileOfAny(
  ledger: Ledger,
  owners: readonly string[],
  sha256: string,
  known: Known = NOTHING_KNOWN,
): Promise<{ readonly owner: string; readonly name: string; readonly wrong?: string }> {
  const ready = owners.find((owner) => knownAs(known, 'evidence', evidenceStream(owner, sha256))?.status === 'kept')
  const asked = ready === undefined ? owners : [ready]
  const files = await Promise.all(
    asked.map(async (owner) => ({ owner, ...(await keptFile(ledger, owner, sha256, known)) })),
  )
  const [first = { owner: '', name: '' }] = files
  return files.find(({ wrong }) => !wrong) ?? { ...first, ...files.at(-1), owner: first.owner }
}

/** Files for the page, by digest; what cannot be found keeps the name that the ledger has for it. */
export async function fileReferences(
  ledger: Ledger,
  owners: readonly string[],
  files: readonly string[],
  known: Known = NOTHING_KNOWN,
): Promise<{ owner: string; sha256: string; name: string }[]> {
  return Promise.all(
    files.map(async (sha256) => {
      const { owner, name } = await keptFileOfAny(ledger, owners, sha256, known)
      return { owner, sha256, name }
    }),
  )
}
