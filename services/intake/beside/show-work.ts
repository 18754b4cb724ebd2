/** Reports and guidance of the work that a case stands at or has behind it. */
import { saidEnd } from '#calendar/said.ts'
import type { CaseEvent } from '#case/case-events.ts'
import type { CasePage } from '#contracts/case-page.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { stepOf } from '#procedure/procedure.ts'
import { dueReports, reportState, reportTitle } from '#steps/work/due-reports.ts'
import type { Looked } from '../case/look-at-case.ts'
import { workIn } from '../case/look-beside.ts'
import { fileReferences } from '../kept-evidence.ts'
import type { Naming } from '../name-people.ts'

type Work = NonNullable<CasePage['work']>

/** @param now an instant */
export async function showWork(
  ledger: Ledger,
  unit: string,
  events: readonly CaseEvent[],
  { read: { state }, progress, known }: Looked,
  { naming: { who }, now }: { readonly naming: Naming; readonly now: string },
): Promise<CasePage['work']> {
  const work = progress && workIn(events, state.procedure)
  const value = work && stepOf(state.procedure, work.step, 'work')
  if (!progress || !work || !value) return undefined
  const { reports: sent, guidance } = progress.state
  const { reports: asked } = value
  const lateFrom = state.dates[work.step]
  const { until } = work
  const over = until ?? (lateFrom !== undefined && now >= lateFrom ? lateFrom : undefined)
  const due = asked && lateFrom ? dueReports(asked, work.since, lateFrom) : []
  const lines = due.flatMap((one): readonly Omit<Work['reports'][number], 'sent'>[] => {
    const state = reportState(one, sent, { now: over ?? now, isOver: over !== undefined })
    // What was not yet due when the unit left is owed by nobody.
    if (state === 'skipped' && over !== undefined && over < one.lateFrom) return []
    return [
      { period: one.period, title: one.title, state, due: { lateFrom: one.lateFrom, said: saidEnd(one.lateFrom) } },
    ]
  })
  // What came for a period that the work's dates do not reach any more was reported all the same.
  const more = asked
    ? sent
        .filter(({ period }) => !due.some((one) => one.period === period))
        .map(({ period, late }) => ({
          period,
          title: reportTitle(asked, period),
          state: late ? ('sentLate' as const) : ('sent' as const),
        }))
    : []
  const files = await Promise.all(sent.map((one) => fileReferences(ledger, [unit], one.files, known)))
  return {
    reports: [...lines, ...more]
      .toSorted((a, b) => a.period.localeCompare(b.period))
      .map((line) => {
        const at = sent.findIndex(({ period }) => period === line.period)
        const report = sent[at]
        return report
          ? {
              ...line,
              sent: { at: report.at, by: who(report.by, report.at), text: report.text, files: files[at] ?? [] },
            }
          : line
      }),
    guidance: guidance.map(({ at, by, text }) => ({ at, by: who(by, at), text })),
  }
}
