/** The office's preliminary review 初审. */
import { saidEnd } from '#calendar/said.ts'
import { Refused } from '#ledger/refused.ts'
import { type Asked, type Deciding, decide, justDecided, mustStandAt } from './standing.ts'

export type Review = {
  outcome: 'accepted' | 'returned' | 'refused'
  reason: string
  checklist?: Record<string, boolean>
  reopens?: readonly string[] | undefined
  /** A return's own first late instant; the default is the later of the call's date and `returnDays` after today. */
  lateFrom?: string | undefined
}

/** The office decides the preliminary review. A return names the questions that reopen and its own date. */
export const decideReview =
  (review: Review, asked: Asked): Deciding =>
  (state) => {
    const { outcome, reason, checklist } = review
    if (justDecided(state, 'review', outcome, asked) && state.last?.reason === reason) return []
    mustStandAt(state, 'review')
    if (state.makers.includes(asked.by))
      throw new Refused('forbidden', '您填写、代录、签署或提交过本件，不能再审核；请由其他经办人办理。')
    const more = { reason, ...(checklist && { checklist }), ...(state.form && { covers: state.form.digest }) }
    return decide(state, outcome, asked, { ...more, ...takenAlong(review, asked.received) })
  }

/**
 * What a return takes along, and nothing else does.
 * @throws Refused when a return names no questions, no date, or one that has passed
 */
export function takenAlong(
  { outcome, reopens, lateFrom }: Omit<Review, 'checklist'>,
  received: string,
): { reopens?: string[]; lateFrom?: string } {
  if (outcome !== 'returned') return {}
  if (!reopens?.length || !lateFrom)
    throw new Refused('incomplete', '退回补正要列明需要修改的问题和补正期限。', {
      ...(!reopens?.length && { reopens: '请选择至少一个需要修改的问题' }),
      ...(!lateFrom && { lastDay: '请填写补正截止日期' }),
    })
  if (lateFrom <= received)
    throw new Refused('incomplete', `补正期限（${saidEnd(lateFrom)}）已经过去，单位来不及补正。`, {
      lastDay: '请填写今天或以后的日期',
    })
  return { reopens: [...reopens], lateFrom }
}
