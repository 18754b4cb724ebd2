import { whyWaiting } from '#case/apply-line.ts'
import type { CaseFacts } from '#case/facts.ts'
import type { StepOf } from '#procedure/kinds.ts'
import { hasMade, type Looking, type SomeTodo, type TodoFrame } from '../todo-shape.ts'

/** Methods that go on, and the result once all have ended. */
export function inquiryTodos(
  { methods, title }: StepOf<'inquiry'>,
  facts: CaseFacts,
  { ended = [], settled = false }: TodoFrame,
  looking: Looking,
): readonly SomeTodo[] {
  if (settled) return []
  const open = Object.entries(methods).filter(([method]) => !ended.includes(method))
  // Whoever had a hand in a form settles nothing of it; nobody does as long as the case could not follow.
  if (open.length === 0 && (hasMade(looking, facts) || whyWaiting(facts))) return []
  if (open.length === 0) return [{ command: 'settle-inquiry', text: `确定“${title}”的结果`, must: true }]
  return open.flatMap(([method, { title: name }]): SomeTodo[] => [
    { command: 'record-method', method, text: `记录“${name}”`, must: true },
    { command: 'end-method', method, text: `结束“${name}”`, must: false },
  ])
}
