/** What a unit owes in a batch and by when: the forms, reports and mendings that it is reminded of. */
import type { CaseFacts } from '#case/facts.ts'
import type { DueReminders } from '#county/reminders.ts'
import { lapseOf, stepAt, stepOf, titleOf } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { isAwaited, type StartFacts } from '#steps/start-todo.ts'
import { dunned } from '#steps/work/due-reports.ts'
import { reportsOwed } from '#steps/work/todo.ts'
import type { Owed, Reminded } from './due-reminders.ts'
import { markReached } from './marks.ts'

/** A finding as its row, or its stream, has it; `answered`: the unit has said how it was mended. */
export type OpenFinding = {
  readonly n: number
  readonly item: number
  readonly lateFrom: string
  readonly answered?: string | undefined
}
/** Before a unit has begun, and since. */
export type Standing =
  | { readonly start: StartFacts }
  | {
      readonly facts: CaseFacts
      /** Periods of the reports that were sent. */
      readonly reported: readonly string[]
      readonly findings: readonly OpenFinding[]
    }

/** @param now an instant */
export function owedBy(standing: Standing, now: string): readonly Owed[] {
  if ('start' in standing) return toBegin(standing.start, now)
  const { facts, reported, findings } = standing
  if (facts.ended) return []
  const procedure = procedureOf(facts.procedure)
  const { step, lateFrom } = facts
  const title = titleOf(procedure, step)
  const isOver = lateFrom !== undefined && now >= lateFrom
  const mending = findings.flatMap(({ n, item, lateFrom: until, answered }): Owed[] =>
    answered === undefined
      ? [{ kind: 'finding', n, item, title: `第${n}次监督检查的问题${item}`, lateFrom: until }]
      : [],
  )
  const entry = stepOf(procedure, step, 'entry')
  // What time ends is owed no more when its time has come.
  if (entry && lateFrom !== undefined && !(isOver && lapseOf(entry)))
    return [{ kind: 'form', step, title: `“${title}”`, lateFrom }, ...mending]
  const work = stepOf(procedure, step, 'work')
  if (!work || isOver) return mending
  const reports = dunned(reportsOwed(work, facts, reported, now))
  return [
    ...reports.map(
      ({ period, title: called, lateFrom: until }): Owed => ({
        ...{ kind: 'report', step, period, title: called, lateFrom: until },
      }),
    ),
    ...mending,
  ]
}

function toBegin(start: StartFacts, now: string): readonly Owed[] {
  const { procedure, lateFrom } = start
  const step = procedure.start
  if (lateFrom === undefined || !isAwaited(start, now) || stepAt(procedure, step)?.kind !== 'entry') return []
  return [{ kind: 'form', step, title: `“${titleOf(procedure, step)}”`, lateFrom }]
}

const MARKS = { form: 'forms', report: 'reports', finding: 'findings' } as const

/** Of what is owed, that which today's reminders speak of. @param reach the last day that they speak for */
export const dueNow = (
  owed: readonly Owed[],
  table: DueReminders,
  { now, reach }: { readonly now: string; readonly reach: string },
): readonly Reminded[] =>
  owed.flatMap((one): Reminded[] => {
    if (now >= one.lateFrom) return table.late ? [one] : []
    const days = markReached(table[MARKS[one.kind]], one.lateFrom, reach)
    return days === undefined ? [] : [{ ...one, days }]
  })
