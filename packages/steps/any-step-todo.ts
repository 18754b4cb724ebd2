import type { CaseFacts } from '#case/facts.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { lapseOf, type Procedure, stepAt } from '#procedure/procedure.ts'
import { hasMade, type Looking, type SomeTodo, type TodoFrame } from './todo-shape.ts'

/**
 * What may be done at any step of an open case: leaving it, a veto, a longer date; after a lapse the latter alone.
 * Whoever had a hand in a form decides neither the veto nor the date.
 */
export function anyStepTodos(
  facts: CaseFacts,
  procedure: Procedure,
  { vetoes }: TodoFrame,
  looking: Looking,
): readonly SomeTodo[] {
  const { withdrawal, withdrawalsDeclined = [], veto, ended, step, lapsed } = facts
  const made = hasMade(looking, facts)
  if (ended) return lapsed && !made ? [{ command: 'extend-case', step: lapsed, text: '延长期限', must: false }] : []
  // A unit does not slip away from a veto, nor from an objection that holds it: that is decided first.
  const disputed = veto !== undefined || facts.held.length > 0
  const declined = withdrawalsDeclined.find(({ enteredBy }) => enteredBy === looking.person)
  const leaving: readonly SomeTodo[] = withdrawal
    ? [
        ...(withdrawal.by === looking.person || disputed
          ? []
          : [
              {
                command: 'confirm-withdrawal',
                text: '确认或不同意本单位退出',
                must: true,
                ...(withdrawal.at && { since: withdrawal.at }),
              } as const,
            ]),
        // Whoever has one to read cancels this one by the same.
        ...(declined ? [] : [{ command: 'cancel-withdrawal', text: '撤销退出申请', must: false } as const]),
        ...(disputed ? [] : [{ command: 'enter-withdrawal', text: '上传盖章的书面退出申请', must: false } as const]),
      ]
    : disputed
      ? []
      : [{ command: 'enter-withdrawal', text: '申请退出', must: false }]
  const vetoing: readonly SomeTodo[] = !veto
    ? vetoes && !permissionFor('confirm-veto', looking.holdings, { unit: facts.unit, procedure, step })
      ? [{ command: 'raise-veto', text: '提出一票否决', must: false }]
      : []
    : made || veto.by === looking.person
      ? []
      : [
          {
            command: 'confirm-veto',
            text: '确认或不予确认一票否决',
            must: true,
            ...(veto.at && { since: veto.at }),
          },
          { command: 'dismiss-veto', text: '不予确认一票否决', must: false },
        ]
  const value = stepAt(procedure, step)
  const dated = !made && lapseOf(value) !== undefined
  // It came when the batch's date was past, and has none of its own yet.
  const undated = dated && value?.kind === 'entry' && !facts.lateFrom
  const reading: readonly SomeTodo[] = declined
    ? [
        {
          command: 'cancel-withdrawal',
          text: `退出申请未获确认，已撤销，请知悉${declined.reason ? `：${declined.reason}` : ''}`,
          must: true,
          since: declined.at,
        },
      ]
    : []
  return [
    ...reading,
    ...leaving,
    ...vetoing,
    ...(dated
      ? [
          {
            command: 'extend-case',
            text: undated ? `“${value?.title}”的期限在本单位到达前已过，请确定本单位的期限` : '延长期限',
            must: undated,
          } as const,
        ]
      : []),
  ]
}
