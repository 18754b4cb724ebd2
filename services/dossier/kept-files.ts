/** Files of the unit that an answer cites. */
import type { FileReference } from '#contracts/case-page.ts'
import { cite, digestOfUse, nameOfUse } from '#evidence/cited-file.ts'
import { evidenceKind, evidenceStream } from '#evidence/evidence.ts'
import { noteOn } from '#evidence/kinds.ts'
import { noteOfScan, WHY_UNUSABLE } from '#evidence/scan.ts'
import { readStream } from '#ledger/ledger.ts'
import { type Known, knownAs, NOTHING_KNOWN } from '#rows/known.ts'
import type { DossierDeps } from './dossier-deps.ts'

type File = { readonly used: string; readonly reference: FileReference; readonly wrong?: string }

/**
 * The files of these uses, each with why it cannot be used. What a row says is kept is kept, but where the county scans
 * and it is decided upon.
 * @param looked their rows, where they were looked up along with others
 */
export async function filesOfUnit(
  { ledger, rows, scan }: Pick<DossierDeps, 'ledger' | 'rows' | 'scan'>,
  unit: string,
  uses: readonly string[],
  isDeciding: boolean,
  looked?: Known,
): Promise<readonly File[]> {
  const asked = [...new Set(uses)]
  const known: Known =
    looked ?? (asked.length > 0 ? await rows.many(asked.map((used) => evidenceStream(unit, used))) : NOTHING_KNOWN)
  return Promise.all(asked.map((used) => fileOf(used)))

  async function fileOf(used: string): Promise<File> {
    const stream = evidenceStream(unit, used)
    const row = knownAs(known, 'evidence', stream)
    const stated = nameOfUse(used)
    if (row?.status === 'kept' && !(isDeciding && scan)) return found(stated ?? row.name, row.contentType)
    const { status, promised, kept } = (await readStream(ledger, evidenceKind, stream)).state
    const name = stated ?? promised?.name ?? `${used.slice(0, 8)}…`
    if (status === 'kept') return found(name, kept?.contentType)
    return { ...found(name, undefined, noteOfScan(status)), wrong: `文件“${name}”${WHY_UNUSABLE[status]}` }

    function found(name: string, contentType: string | undefined, scanned?: string): File {
      const sha256 = digestOfUse(used)
      const note = scanned ?? (contentType && noteOn(name, contentType))
      return { used: cite(sha256, name), reference: { owner: unit, sha256, name, ...(note && { note }) } }
    }
  }
}
