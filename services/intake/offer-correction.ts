import type { Case } from '#case/case.ts'
import { correctReview, standingReview } from '#case/correct-review.ts'
import type { Asked, Deciding } from '#case/standing.ts'
import { correctionForm } from '#contracts/case-forms.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { Refused } from '#ledger/refused.ts'
import { permissions } from '#procedure/permissions.ts'
import { askedBy, type CaseCall, isOfUnit } from './intake-deps.ts'

/** What follows from a correction, by where the first version has led. */
const WHAT_FOLLOWS: Readonly<Record<string, string>> = {
  notice: '更正后按新的结论办理：退回补正的，单位即可修改；不予通过的，本件办结。',
  application:
    '更正后按新的结论办理：不再退回的，单位不能再修改，申请表恢复为初审时的内容；单位已保存的修改仍留在办理过程中。',
  refused: '更正后本件不再是办结状态，按新的结论继续办理。',
}

/** @param listed whether a published notice names the case, though it may not have followed yet */
export const correctionOffer = (state: Case, listed: boolean, asked: Asked) => ({
  endpoint: intakeEndpoints.correctReview,
  form: correctionForm,
  values: { corrects: standingReview(state)?.visit },
  confirm: `${WHAT_FOLLOWS[state.step] ?? ''}原结论仍留在办理过程中，并注明已更正。确定更正吗？`,
  decide: correction(state, listed, asked),
})

/** Asked without content: another reason is always something to correct. */
const correction = (state: Case, listed: boolean, asked: Asked): Deciding =>
  correctReview({ outcome: 'accepted', reason: '', corrects: standingReview(state)?.visit ?? 0, listed }, asked)

/** Why this caller cannot undo the last decision; nothing where nobody would look for it. */
export function whyFinal(call: CaseCall, state: Case, listed: boolean): string | undefined {
  const { person, holdings } = call.caller
  if (isOfUnit(call.caller, call.params.unit)) return undefined
  if (state.last?.type === 'decided' && state.last.act)
    return '这是会议决定或公示的结果，不能在这里更正；确需改变的，须由新的会议决定办理。'
  const isOfOffice = permissions.some(
    ({ command, appointment }) =>
      command === 'correct-review' && holdings.some((held) => held.appointment === appointment),
  )
  if (!isOfOffice || !standingReview(state)) return undefined
  try {
    correction(state, listed, askedBy(call))(state)
    return undefined
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return state.last?.by === person && error.code === 'forbidden'
      ? '初审结论是您作出的。办错了的，在列入公示或单位再次提交前，可以由法制办其他人员更正。'
      : error.message
  }
}
