import type { CaseFacts } from '#case/facts.ts'
import { lapseOf, type Procedure, stepAt } from '#procedure/procedure.ts'
import type { Looking, SomeTodo, TodoFrame } from './todo-shape.ts'

/** What may be done at any step of an open case: leaving it, a veto, a longer date; after a lapse the latter alone. */
export function anyStepTodos(
  facts: CaseFacts,
  procedure: Procedure,
  { vetoes }: TodoFrame,
  looking: Looking,
): readonly SomeTodo[] {
  const { withdrawal, veto, ended, step, lapsed } = facts
  if (ended) return lapsed ? [{ command: 'extend-case', step: lapsed, text: '延长期限', must: false }] : []
  const leaving: readonly SomeTodo[] = withdrawal
    ? [
        ...(withdrawal.by === looking.person
          ? []
          : [{ command: 'confirm-withdrawal', text: '确认或不同意本单位退出', must: true } as const]),
        { command: 'cancel-withdrawal', text: '撤销退出申请', must: false },
        { command: 'enter-withdrawal', text: '上传盖章的书面退出申请', must: false },
      ]
    : [{ command: 'enter-withdrawal', text: '申请退出', must: false }]
  const vetoing: readonly SomeTodo[] = !veto
    ? vetoes
      ? [{ command: 'raise-veto', text: '提出一票否决', must: false }]
      : []
    : veto.by === looking.person
      ? []
      : [
          { command: 'confirm-veto', text: '确认或不予确认一票否决', must: true },
          { command: 'dismiss-veto', text: '不予确认一票否决', must: false },
        ]
  const dated = lapseOf(stepAt(procedure, step)) !== undefined
  return [
    ...leaving,
    ...vetoing,
    ...(dated ? [{ command: 'extend-case', text: '延长期限', must: false } as const] : []),
  ]
}
