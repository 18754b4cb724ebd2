/** Files of the unit that an answer cites. */
import type { FileReference } from '#contracts/case-page.ts'
import { cite } from '#evidence/cited-file.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import { type Known, NOTHING_KNOWN } from '#rows/known.ts'
import { keptFile, referenceTo } from '#rows/looked-up/kept-file.ts'
import type { DossierDeps } from './dossier-deps.ts'

/** `asked`: the use as it was asked for, with its name or without; `used`: with it. */
type File = {
  readonly asked: string
  readonly used: string
  readonly reference: FileReference
  readonly wrong?: string
}

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
  return Promise.all(
    asked.map(async (used) => {
      const file = await keptFile(ledger, unit, used, isDeciding && scan ? NOTHING_KNOWN : known)
      const reference = referenceTo(unit, used, file)
      const named = { asked: used, used: cite(reference.sha256, file.name), reference }
      return { ...named, ...(file.wrong && { wrong: file.wrong }) }
    }),
  )
}
