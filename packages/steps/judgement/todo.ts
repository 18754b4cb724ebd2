import { isEnteredByOffice } from '#case/case.ts'
import { type CaseFacts, correctedStep, isCorrectionBack } from '#case/facts.ts'
import type { Judgement } from '#procedure/kinds.ts'
import { permissionFor } from '#procedure/permissions.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { hasMade, holds, type Looking, type SomeTodo, type TodoFrame } from '../todo-shape.ts'

/** What is to be done about a judgement: drafted, signed, sent back; or decided by one person. */
export function judgementTodos(
  { title, drafts, decides }: Judgement,
  facts: CaseFacts,
  looking: Looking,
  now: string,
): readonly SomeTodo[] {
  const { draft, draftReturned, recallable } = facts
  const recall: readonly SomeTodo[] =
    recallable && (!recallable.lateFrom || now < recallable.lateFrom)
      ? [{ command: 'recall-form', form: recallable.form, text: '撤回已提交的表格', must: false }]
      : []
  // Whoever had a hand in a form judges nothing of it.
  if (hasMade(looking, facts)) return recall
  const mayDraft = drafts !== undefined && holds(looking, drafts)
  const isDrafter = draft?.by === looking.person
  const signs = decides.some((one) => holds(looking, one)) && !isDrafter
  const ready = drafts === undefined || draft !== undefined || isEnteredByOffice(facts)
  return [
    ...recall,
    ...(mayDraft
      ? [
          {
            command: 'draft-decision',
            text: draftReturned && !draft ? `拟办被退回：${draftReturned.reason}` : `拟办“${title}”`,
            must: draft === undefined,
          } as const,
        ]
      : []),
    ...(signs && ready
      ? [{ command: 'decide-step', text: draft ? `签发“${title}”` : `办理“${title}”`, must: true } as const]
      : []),
    ...(signs && draft ? [{ command: 'return-draft', text: '退回拟办', must: false } as const] : []),
  ]
}

/** What is to be done about a correction of the decision that the case has behind it, until an act rests on that. */
export function correctionTodos(
  facts: CaseFacts,
  procedure: Procedure,
  { listed }: TodoFrame,
  looking: Looking,
): readonly SomeTodo[] {
  const { corrigible, correction, correctionReturned } = facts
  if (hasMade(looking, facts)) return []
  const cameBack = isCorrectionBack(facts) && correctionReturned?.draftedBy === looking.person
  // It goes back even when an act has come to rest on the decision meanwhile.
  const at = { unit: facts.unit, procedure, step: correctedStep(facts) }
  const isOwn = correction?.by === looking.person
  const returns = isOwn || permissionFor('sign-correction', looking.holdings, at) !== undefined
  const backAt = correctionReturned?.step !== undefined && { step: correctionReturned.step }
  const back: readonly SomeTodo[] = correction
    ? returns
      ? [{ command: 'return-correction', step: correction.step, text: isOwn ? '收回更正' : '退回更正', must: false }]
      : []
    : cameBack
      ? [{ command: 'return-correction', ...backAt, text: '不再更正', must: false }]
      : []
  if (!corrigible || listed) return back
  // Where its decision was: the case has left, and may have ended.
  const { step } = correction ?? corrigible
  return [
    {
      ...{ command: 'draft-correction', step },
      text: correctionReturned
        ? `更正被退回，请修改后重新送签，或者不再更正${correctionReturned.reason ? `：${correctionReturned.reason}` : ''}`
        : '拟订更正',
      must: cameBack,
      ...(cameBack && { since: correctionReturned.at }),
    },
    ...(correction && correction.by !== looking.person
      ? [{ command: 'sign-correction', step, text: '签发更正', must: true, since: correction.at } as const]
      : []),
    ...back,
  ]
}
