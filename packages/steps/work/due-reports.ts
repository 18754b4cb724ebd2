/** Which reports a piece of work asks for, until when each is due, and how each stands. */
import { addDays, dateOf, firstLateInstant } from '#calendar/deadline.ts'
import { after } from '#calendar/instant.ts'
import type { StepOf } from '#procedure/kinds.ts'

type Asked = NonNullable<StepOf<'work'>['reports']>

/** A report that is owed: on which period, how it is called, the first day of what it tells, the first late instant. */
export type DueReport = {
  readonly period: string
  readonly title: string
  readonly firstDay: string
  readonly lateFrom: string
}

const MONTHS = { month: 1, quarter: 3, half: 6 } as const
/** A unit has ten days after the end of a period to report on it. */
const DAYS_TO_REPORT = 10
const DAY_MS = 86_400_000

const ORDINALS = '一二三四'
/** "2018-06" → 2018年第二季度进展报告 */
export function reportTitle({ title, every }: Asked, period: string): string {
  const [year = '', month = ''] = period.split('-')
  const n = Number(month)
  switch (every) {
    case 'month':
      return `${year}年${n}月${title}`
    case 'quarter':
      return `${year}年第${ORDINALS[n / 3 - 1] ?? ''}季度${title}`
    case 'half':
      return `${year}年${n === 6 ? '上' : '下'}半年${title}`
  }
}

/**
 * The reports of a piece of work: one for each calendar period that it touches, due ten days after the period's end and
 * never after the work's. The period itself is a report's name, so that dates that move make neither two of one nor one
 * of two.
 * @param from the instant at which the work began
 * @param lateFrom the first instant after the work
 */
export function dueReports(asked: Asked, from: string, lateFrom: string): readonly DueReport[] {
  // Whoever came when the work was over owes no report on it.
  if (from >= lateFrom) return []
  const months = MONTHS[asked.every]
  const lastDay = addDays(dateOf(lateFrom), -1)
  const due: DueReport[] = []
  let firstDay = dateOf(from)
  for (;;) {
    const period = periodOf(firstDay, months)
    const ends = lastDayOf(period)
    const late = firstLateInstant(addDays(ends, DAYS_TO_REPORT))
    const isLast = ends >= lastDay
    due.push({
      period,
      title: reportTitle(asked, period),
      firstDay,
      lateFrom: isLast || late > lateFrom ? lateFrom : late,
    })
    if (isLast) return due
    firstDay = addDays(ends, 1)
  }
}

const written = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`
/** The last month of the calendar period in which a day lies. */
function periodOf(day: string, months: number): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return written(year, Math.ceil(month / months) * months)
}
function lastDayOf(period: string): string {
  const [year = 0, month = 0] = period.split('-').map(Number)
  return addDays(`${month === 12 ? written(year + 1, 1) : written(year, month + 1)}-01`, -1)
}

/** The instant from which a report waits for the unit: the beginning of its ten days. */
export const waitsFrom = ({ lateFrom }: Pick<DueReport, 'lateFrom'>): string =>
  after(lateFrom, -DAYS_TO_REPORT * DAY_MS)

/**
 * How a report stands. `notYet` 未到期 · `due` 应报 · `sent` 已报 · `sentLate` 逾期报送 · `late` 逾期未报 · `skipped` 漏报: it
 * never came while the work ended or a later one did.
 */
export type ReportState = 'notYet' | 'due' | 'sent' | 'sentLate' | 'late' | 'skipped'

type Sent = { readonly period: string; readonly late?: boolean }

/** @param isOver whether the work has ended */
export function reportState(
  { period, lateFrom }: Pick<DueReport, 'period' | 'lateFrom'>,
  sent: readonly Sent[],
  { now, isOver = false }: { readonly now: string; readonly isOver?: boolean },
): ReportState {
  const own = sent.find((one) => one.period === period)
  if (own) return own.late ? 'sentLate' : 'sent'
  if (isOver) return 'skipped'
  if (now >= lateFrom) return sent.some((one) => one.period > period) ? 'skipped' : 'late'
  return now >= waitsFrom({ lateFrom }) ? 'due' : 'notYet'
}

/** A report that may be sent now, and how it stands. */
export type OwedReport = DueReport & { readonly state: ReportState }

/** Of the reports that are not in: the one that is due next, and every earlier one, which does not keep it back. */
export function owedReports(
  due: readonly DueReport[],
  reported: readonly string[],
  now: string,
): readonly OwedReport[] {
  const sent = reported.map((period) => ({ period }))
  const missing = due.filter(({ period }) => !reported.includes(period))
  const next = missing.find(({ lateFrom }) => now < lateFrom)
  return missing
    .filter((one) => now >= one.lateFrom || one === next)
    .map((one) => ({ ...one, state: reportState(one, sent, { now }) }))
}

/** What the office reminds a unit of: a report that is due or late, of which none that a later one has passed by. */
export const dunned = (owed: readonly OwedReport[]): readonly OwedReport[] =>
  owed.filter(({ state }) => state === 'due' || state === 'late')
