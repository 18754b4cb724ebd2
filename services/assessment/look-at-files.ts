import { cite, digestOfUse, nameOfUse } from '#evidence/cited-file.ts'
import { Refused } from '#ledger/refused.ts'
import { keptFile } from '#rows/looked-up/kept-file.ts'
import { filesOfNotesShut, sentBy } from '#rows/looked-up/noted-files.ts'
import type { AssessmentCall, AssessmentDeps } from './assessment-deps.ts'
import type { LookedAtAssessment } from './look-at-assessment.ts'

export type SentFile = { readonly used: string; readonly by: string | undefined }

/** The uses under their names, who has sent each, and why one of them cannot be used. */
export async function lookAtFiles({ ledger }: Pick<AssessmentDeps, 'ledger'>, owner: string, uses: readonly string[]) {
  const found = await Promise.all(uses.map((used) => keptFile(ledger, owner, used)))
  const sent = uses.map(
    (used, i): SentFile => ({ used: cite(digestOfUse(used), found[i]?.name ?? ''), by: found[i]?.by }),
  )
  return { uses: sent.map(({ used }) => used), sent, wrong: found.find((one) => one.wrong)?.wrong }
}

/** @throws Refused for another's file that its note keeps shut: whoever notes a file opens it, a record lays its name open */
export async function mustBeOpen(
  deps: AssessmentDeps,
  { params: { batch, unit }, caller }: AssessmentCall,
  { terms: { cancelled } }: LookedAtAssessment,
  others: readonly SentFile[],
): Promise<void> {
  if (others.length === 0) return
  const shut = await filesOfNotesShut(deps, { batch, ...(cancelled && { cancelled }) }, { unit, caller: caller.person })
  const one = others.find(({ by, used }) => shut.includes(sentBy(by, digestOfUse(used))))
  if (one)
    throw new Refused('incomplete', '有文件还不能使用。', {
      files: `文件“${nameOfUse(one.used) ?? ''}”是考核组其他成员记录指标情况所附的，该考核方式结束后可以使用；请改用自己拍摄或者扫描的文件`,
    })
}
