/** Files that are brought along, and those that a page shows: the office's, kept on the unit. */
import type { FileReference } from '#contracts/case-page.ts'
import { cite, digestOfUse } from '#evidence/cited-file.ts'
import { Refused } from '#ledger/refused.ts'
import type { Known } from '#rows/known.ts'
import { keptFile, referenceTo } from '#rows/looked-up/kept-file.ts'
import type { AssessmentDeps } from './assessment-deps.ts'

type Deps = Pick<AssessmentDeps, 'ledger'>

/** The uses under their names. @throws Refused naming what cannot be used, at the field `files` */
export async function keptUses({ ledger }: Deps, owner: string, uses: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(uses.map((used) => keptFile(ledger, owner, used)))
  const wrong = found.find((one) => one.wrong)?.wrong
  if (wrong) throw new Refused('incomplete', '有文件还不能使用。', { files: wrong })
  return uses.map((used, i) => cite(digestOfUse(used), found[i]?.name ?? ''))
}

export const fileReferences = (
  { ledger }: Deps,
  owner: string,
  uses: readonly string[],
  known: Known,
): Promise<FileReference[]> =>
  Promise.all(uses.map(async (used) => referenceTo(owner, used, await keptFile(ledger, owner, used, known))))
