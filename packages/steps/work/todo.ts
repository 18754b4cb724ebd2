import { after } from '#calendar/instant.ts'
import type { CaseFacts } from '#case/facts.ts'
import type { StepOf } from '#procedure/kinds.ts'
import { holds, type Looking, type SomeTodo, type TodoFrame } from '../todo-shape.ts'
import { dueReports } from './progress.ts'

/** A report waits for the unit from the beginning of its ten days. */
const NOTICE_MS = 10 * 86_400_000

/** Reports that the unit owes, and the office's guidance. */
export function workTodos(
  { reports, title, does }: StepOf<'work'>,
  { since, lateFrom, unit }: CaseFacts,
  { reported = [] }: TodoFrame,
  looking: Looking,
  now: string,
): readonly SomeTodo[] {
  const guiding: SomeTodo = { command: 'guide-unit', text: `记录对“${title}”的指导`, must: false }
  if (!reports || !since || !lateFrom) return [guiding]
  const due = dueReports(reports.every, since, lateFrom).find(({ n }) => !reported.includes(n))
  if (!due) return [guiding]
  const begins = after(due.lateFrom, -NOTICE_MS)
  return [
    guiding,
    {
      command: 'report-progress',
      text: `报送第${due.n}次${reports.title}`,
      must: holds(looking, does, unit) && now >= begins,
      lateFrom: due.lateFrom,
    },
  ]
}
