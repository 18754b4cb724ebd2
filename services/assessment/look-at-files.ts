import { cite, digestOfUse } from '#evidence/cited-file.ts'
import { keptFile } from '#rows/looked-up/kept-file.ts'
import type { AssessmentDeps } from './assessment-deps.ts'

export type SentFile = { readonly used: string; readonly by: string | undefined }

/** The uses under their names, who has sent each, and why one of them cannot be used. */
export async function lookAtFiles({ ledger }: Pick<AssessmentDeps, 'ledger'>, owner: string, uses: readonly string[]) {
  const found = await Promise.all(uses.map((used) => keptFile(ledger, owner, used)))
  const sent = uses.map(
    (used, i): SentFile => ({ used: cite(digestOfUse(used), found[i]?.name ?? ''), by: found[i]?.by }),
  )
  return { uses: sent.map(({ used }) => used), sent, wrong: found.find((one) => one.wrong)?.wrong }
}
