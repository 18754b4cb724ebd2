import type { CaseFacts } from '#case/facts.ts'
import type { StepOf } from '#procedure/kinds.ts'
import { holds, type Looking, type SomeTodo, type TodoFrame } from '../todo-shape.ts'
import { dueReports, dunned, type OwedReport, owedReports } from './due-reports.ts'

/** The reports of the work at which a case stands that are not in and may be sent. */
export function reportsOwed(
  { reports }: Pick<StepOf<'work'>, 'reports'>,
  { since, lateFrom }: Pick<CaseFacts, 'since' | 'lateFrom'>,
  reported: readonly string[],
  now: string,
): readonly OwedReport[] {
  return reports && since && lateFrom ? owedReports(dueReports(reports, since, lateFrom), reported, now) : []
}

/** Reports that the unit owes, and the office's guidance. */
export function workTodos(
  work: StepOf<'work'>,
  facts: CaseFacts,
  { reported = [] }: TodoFrame,
  looking: Looking,
  now: string,
): readonly SomeTodo[] {
  const owed = reportsOwed(work, facts, reported, now)
  const waiting = holds(looking, work.does, facts.unit) ? dunned(owed) : []
  return [
    { command: 'guide-unit', text: `记录对“${work.title}”的指导`, must: false },
    ...owed.map((report): SomeTodo => {
      const { title, lateFrom, period, state } = report
      const text = state === 'late' || state === 'skipped' ? `补报${title}` : `报送${title}`
      return { command: 'report-progress', text, must: waiting.includes(report), lateFrom, period }
    }),
  ]
}
