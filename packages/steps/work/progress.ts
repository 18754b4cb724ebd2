/** Progress reports 进展报告 of one unit while it works to a date, and the office's guidance. Stream `progress/<batch>/<unit>`. */
import { z } from 'zod/mini'
import { addDays, dateOf, firstLateInstant } from '#calendar/deadline.ts'
import { keptUse } from '#evidence/cited-file.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'

const instant = z.iso.datetime({ precision: 3 })
const head = {
  v: z.literal(1),
  at: instant,
  by: z.string(),
  step: z.string(),
  text: z.string().check(z.minLength(1), z.maxLength(2000)),
}

const reported = z.object({
  type: z.literal('reported'),
  ...head,
  /** Which report, counted from 1. */
  n: z.int(),
  files: z.array(keptUse),
  late: z.boolean(),
})
const guided = z.object({ type: z.literal('guided'), ...head })
export const progressEvent = z.discriminatedUnion('type', [reported, guided])
export type ProgressEvent = z.infer<typeof progressEvent>

export type Progress = {
  readonly reports: readonly z.infer<typeof reported>[]
  readonly guidance: readonly z.infer<typeof guided>[]
}

export const progressStream = (batch: string, unit: string): string => `progress/${batch}/${unit}`

export const progressKind: Kind<ProgressEvent, Progress> = {
  parse: (stored) => progressEvent.parse(stored),
  initial: { reports: [], guidance: [] },
  evolve: (progress, event) =>
    event.type === 'reported'
      ? { ...progress, reports: [...progress.reports, event] }
      : { ...progress, guidance: [...progress.guidance, event] },
}

/** A report that is due: which one, and the first instant at which it is late. */
export type DueReport = { readonly n: number; readonly lateFrom: string }
const MONTHS = { month: 1, quarter: 3, half: 6 } as const
/** A unit has ten days after the end of a period to report on it. */
const DAYS_TO_REPORT = 10

/**
 * The reports of a piece of work: one for each calendar period that ends within it, and a last one at its end.
 * @param from the instant at which the work began
 * @param lateFrom the first instant after the work
 */
export function dueReports(every: keyof typeof MONTHS, from: string, lateFrom: string): readonly DueReport[] {
  // Whoever came when the work was over owes no report on it.
  if (from >= lateFrom) return []
  const due: DueReport[] = []
  const lastDay = addDays(dateOf(lateFrom), -1)
  let [year = 0, month = 0] = dateOf(from).split('-').map(Number)
  for (;;) {
    month = Math.ceil(month / MONTHS[every]) * MONTHS[every] + 1
    if (month > 12) {
      year++
      month = 1
    }
    const end = addDays(`${year}-${String(month).padStart(2, '0')}-01`, -1)
    if (end >= lastDay) break
    const late = firstLateInstant(addDays(end, DAYS_TO_REPORT))
    due.push({ n: due.length + 1, lateFrom: late < lateFrom ? late : lateFrom })
  }
  return [...due, { n: due.length + 1, lateFrom }]
}

type Asked = { readonly by: string; readonly received: string }
type Deciding = Decision<ProgressEvent, Progress>

/** The unit reports; late is late, and is taken all the same as long as the work goes on. */
export const reportProgress =
  (
    report: { step: string; n: number; text: string; files: readonly string[] },
    due: readonly DueReport[],
    { by, received }: Asked,
  ): Deciding =>
  ({ reports }) => {
    const { n, step, text, files } = report
    const owed = due.find((one) => one.n === n)
    if (!owed) throw new Refused('unknown', `没有第${n}次进展报告；请刷新后再报。`)
    const before = reports.find((one) => one.n === n && one.step === step)
    if (before && before.text === text && before.files.join() === files.join()) return []
    if (before) throw new Refused('conflict', `第${n}次进展报告已经报送；请刷新后查看。`)
    return [
      { type: 'reported', v: 1, at: received, by, step, n, text, files: [...files], late: received >= owed.lateFrom },
    ]
  }

export const guideUnit =
  ({ step, text }: { step: string; text: string }, { by, received }: Asked): Deciding =>
  ({ guidance }) => {
    // On another day it is another act, though it says the same.
    const isSaid = guidance.some(
      (one) => one.by === by && one.text === text && one.step === step && dateOf(one.at) === dateOf(received),
    )
    return isSaid ? [] : [{ type: 'guided', v: 1, at: received, by, step, text }]
  }
