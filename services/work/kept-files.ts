/** Files that are brought along, and those that a page shows. */
import type { FileReference } from '#contracts/case-page.ts'
import { digestOfUse, nameOfUse } from '#evidence/cited-file.ts'
import { evidenceKind, evidenceStream } from '#evidence/evidence.ts'
import { noteOn } from '#evidence/kinds.ts'
import { noteOfScan, WHY_UNUSABLE } from '#evidence/scan.ts'
import { readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { type Known, knownAs } from '#rows/known.ts'
import type { WorkDeps } from './work-deps.ts'

/** @throws Refused naming what cannot be used, at the field `files` */
export async function mustBeKept({ ledger }: Pick<WorkDeps, 'ledger'>, owner: string, uses: readonly string[]) {
  const found = await Promise.all(
    uses.map(async (used) => {
      const { state } = await readStream(ledger, evidenceKind, evidenceStream(owner, used))
      const name = nameOfUse(used) ?? state.promised?.name ?? `${used.slice(0, 8)}…`
      return state.status === 'kept' ? [] : [`文件“${name}”${WHY_UNUSABLE[state.status]}`]
    }),
  )
  const [wrong] = found.flat()
  if (wrong) throw new Refused('incomplete', '有文件还不能使用。', { files: wrong })
}

/** As a page shows them, by what rows know; of a file without a row the ledger tells. */
export async function fileReferences(
  { ledger }: Pick<WorkDeps, 'ledger'>,
  owner: string,
  uses: readonly string[],
  known: Known,
): Promise<FileReference[]> {
  return Promise.all(
    uses.map(async (used) => {
      const sha256 = digestOfUse(used)
      const stream = evidenceStream(owner, used)
      const row = knownAs(known, 'evidence', stream)
      if (row?.status === 'kept') return shown(owner, sha256, nameOfUse(used) ?? row.name, row.contentType)
      const { status, promised, kept } = (await readStream(ledger, evidenceKind, stream)).state
      const name = nameOfUse(used) ?? promised?.name ?? sha256.slice(0, 8)
      const note = noteOfScan(status)
      return note ? { owner, sha256, name, note } : shown(owner, sha256, name, kept?.contentType)
    }),
  )
}
function shown(owner: string, sha256: string, name: string, contentType: string | undefined): FileReference {
  const note = contentType && noteOn(name, contentType)
  return { owner, sha256, name, ...(note && { note }) }
}
