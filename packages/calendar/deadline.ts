/**
 * Asia/Shanghai dates and the instants at which they end. The county has kept UTC+8 without summer time since 1992,
 * so a fixed offset is exact for every date this product can meet.
 */
const OFFSET = '+08:00'
const OFFSET_MS = 8 * 3_600_000
/** A clock may be off and a request may be under way: nothing lapses until two minutes after its end. */
const GRACE_MS = 120_000

/** The first instant that is late for a period whose last day is `lastDay` ('2018-05-15' → '2018-05-15T16:00:00.000Z'). */
export const firstLateInstant = (lastDay: string): string =>
  new Date(Date.parse(`${lastDay}T00:00:00.000${OFFSET}`) + 86_400_000).toISOString()

/** The first instant at which time itself may decide. Both are ISO instants in UTC with milliseconds. */
export const lapsesFrom = (lateFrom: string): string => new Date(Date.parse(lateFrom) + GRACE_MS).toISOString()

/** The Asia/Shanghai date of an instant. */
export const dateOf = (instant: string): string => new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, 10)

/** The Asia/Shanghai date on which the first late instant has not come yet: the last day, or the day of a trial's instant. */
export const dayBeforeLate = (lateFrom: string): string => dateOf(new Date(Date.parse(lateFrom) - 1).toISOString())

/** Whether a period that ends so ends with a whole day. */
export const isEndOfDay = (lateFrom: string): boolean => firstLateInstant(dayBeforeLate(lateFrom)) === lateFrom

/** `days` natural days after (or, negative, before) a date. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** How many days later (or, negative, earlier) `last` is than `first`. */
export const daysBetween = (first: string, last: string): number =>
  (Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000

/** Whether the calendar has this day, written 2018-05-15. */
export const isCalendarDay = (day: string): boolean =>
  !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && addDays(day, 0) === day

/** The same day of another year, or the last of its month. */
export function addYears(day: string, years: number): string {
  const [year = '', ...rest] = day.split('-')
  const same = [String(Number(year) + years).padStart(4, '0'), ...rest].join('-')
  return isCalendarDay(same) ? same : same.replace(/-29$/, '-28')
}
