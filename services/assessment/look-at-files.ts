import { cite, digestOfUse } from '#evidence/cited-file.ts'
import { keptFile } from '#rows/looked-up/kept-file.ts'
import type { AssessmentDeps } from './assessment-deps.ts'

/** The uses under their names, and why one of them cannot be used. */
export async function lookAtFiles({ ledger }: Pick<AssessmentDeps, 'ledger'>, owner: string, uses: readonly string[]) {
  const found = await Promise.all(uses.map((used) => keptFile(ledger, owner, used)))
  return {
    uses: uses.map((used, i) => cite(digestOfUse(used), found[i]?.name ?? '')),
    wrong: found.find((one) => one.wrong)?.wrong,
  }
}
