/** Files that are brought along, and those that a page shows: the office's, kept on the unit. */
import type { FileReference } from '#contracts/case-page.ts'
import { cite, digestOfUse } from '#evidence/cited-file.ts'
import type { Known } from '#rows/known.ts'
import { keptFile, referenceTo } from '#rows/looked-up/kept-file.ts'
import type { AssessmentDeps } from './assessment-deps.ts'

type Deps = Pick<AssessmentDeps, 'ledger'>

/** The uses under their names, and why one of them cannot be used. */
export async function lookAtFiles({ ledger }: Deps, owner: string, uses: readonly string[]) {
  const found = await Promise.all(uses.map((used) => keptFile(ledger, owner, used)))
  return {
    uses: uses.map((used, i) => cite(digestOfUse(used), found[i]?.name ?? '')),
    wrong: found.find((one) => one.wrong)?.wrong,
  }
}

export const fileReferences = (
  { ledger }: Deps,
  owner: string,
  uses: readonly string[],
  known: Known,
): Promise<FileReference[]> =>
  Promise.all(uses.map(async (used) => referenceTo(owner, used, await keptFile(ledger, owner, used, known))))
