/** Correction 更正 of the preliminary review: another officer replaces its decision, while nothing rests on it yet. */
import { said } from '#calendar/said.ts'
import { Refused } from '#ledger/refused.ts'
import { outcomeAt, titleOf } from '#procedure/procedure.ts'
import type { Case } from './case.ts'
import type { Corrected, Decided } from './case-events.ts'
import { type Review, takenAlong } from './review.ts'
import type { Asked, Deciding } from './standing.ts'

export type Correction = Omit<Review, 'checklist'> & {
  /** The visit at which the version was decided that the officer saw. */
  corrects: number
  /** Whether a published notice names the case, which may not have followed it yet. */
  listed: boolean
}

/** Replaces the review's decision: the case goes where the new one leads, an ended case opens again. */
export const correctReview =
  (correction: Correction, { by, received }: Asked): Deciding =>
  (state) => {
    const { outcome, reason, corrects, listed } = correction
    const standing = standingReview(state)
    if (standing && says(standing, correction)) return []
    if (!standing) throw new Refused('elsewhere', whyNothingToCorrect(state))
    if (standing.visit !== corrects)
      throw new Refused('elsewhere', '您看到的初审结论之后又更正过；请刷新，核对现在的结论后再办。')
    if (state.notice || listed)
      throw new Refused(
        'elsewhere',
        '本件已列入公示，初审结论不能再更正；确需改变的，由公示的异议处理或者会议决定办理。',
      )
    if (standing.by === by)
      throw new Refused('forbidden', '初审结论是您作出的，不能由您自己更正；请由法制办其他人员更正。')
    if (state.makers.includes(by))
      throw new Refused('forbidden', '您填写、签署或提交过本件，不能更正初审结论；请由其他经办人办理。')
    const { reopens, lateFrom } = takenAlong(correction, received)
    const { step, covers } = standing
    return [
      {
        type: 'corrected',
        v: 1,
        at: received,
        by,
        step,
        corrects,
        visit: state.visit,
        outcome,
        to: outcomeAt(state.procedure, step, outcome)?.leadsTo ?? step,
        reason,
        ...(covers && { covers }),
        ...(reopens && { reopens }),
        ...(lateFrom && { lateFrom }),
      },
    ]
  }

/** The review's decision as long as it is the last one: whatever is decided later rests on it. */
export function standingReview({ last, procedure }: Case): Decided | Corrected | undefined {
  if (last?.step !== 'review') return undefined
  return Object.hasOwn(procedure.steps.review?.outcomes ?? {}, last.outcome) ? last : undefined
}

const says = (standing: Decided | Corrected, { outcome, reason, reopens, lateFrom }: Correction): boolean =>
  standing.outcome === outcome &&
  standing.reason === reason &&
  (outcome !== 'returned' ||
    (standing.lateFrom === lateFrom && standing.reopens?.toSorted().join() === reopens?.toSorted().join()))

function whyNothingToCorrect({ last, procedure, step, visit }: Case): string {
  if (visit === 0) return '本单位在本批次还没有申报件，没有可以更正的初审结论。'
  if (!last || step === 'review') return `本件现处“${titleOf(procedure, step)}”环节，还没有可以更正的初审结论。`
  const outcome = outcomeAt(procedure, last.step, last.outcome)?.title ?? last.outcome
  return `初审之后已有新的办理（${said(last.at)}：${titleOf(procedure, last.step)}·${outcome}），初审结论不能再更正。`
}
