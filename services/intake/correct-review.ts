import { noticeKind, noticeStream } from '#acts/notice.ts'
import type { Case } from '#case/case.ts'
import { correctReview as decide, standingReview } from '#case/correct-review.ts'
import type { CasePage } from '#contracts/case-page.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { decideCase } from './decide-case.ts'
import { returnEnds } from './decide-review.ts'
import { askedBy, type IntakeDeps } from './intake-deps.ts'

/** Another officer replaces a review's decision on which nothing rests yet. */
export const correctReview =
  (deps: IntakeDeps) =>
  async (call: Call<typeof intakeEndpoints.correctReview>): Promise<CasePage> => {
    const { lastDay, ...correction } = call.body
    const lateFrom = await returnEnds(deps.ledger, call, { outcome: correction.outcome, lastDay })
    const listed = await isListed(deps.ledger, call.params)
    return decideCase(deps, call, decide({ ...correction, lateFrom, listed }, askedBy(call)))
  }

/**
 * Whether a published notice names the unit. A case follows its notice a moment later, so it may not know yet; should
 * the notice come between this look and the correction, it finds the case elsewhere and sets its line aside.
 */
export async function isListed(
  ledger: Ledger,
  { batch, unit }: { readonly batch: string; readonly unit: string },
): Promise<boolean> {
  for (let n = 1; ; n++) {
    const { published, setAside } = (await readStream(ledger, noticeKind, noticeStream(batch, n))).state
    if (!published) return false
    if (published.cases.includes(unit) && !setAside.some((line) => line.case === unit)) return true
  }
}

/** Only an accepted case can be in a notice, and once it knows so itself nobody has to look. */
export const mayBeListed = (state: Case): boolean =>
  standingReview(state)?.outcome === 'accepted' && state.notice === undefined
