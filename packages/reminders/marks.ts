/** On which days of the office a reminder goes out. All days are Asia/Shanghai dates. */
import { addDays, dayBeforeLate, daysBetween } from '#calendar/deadline.ts'
import { isWeekend } from '#calendar/holidays.ts'
import { type Entered, isWorkingDay, YearNotCovered } from '#calendar/period.ts'

/** The longest that offices were ever closed, and some days more. */
const LONGEST_REST = 15

/**
 * Whether people are at work. Nobody's right hangs on a reminder: of a year whose holidays nobody has entered, Monday to
 * Friday are taken.
 */
export function isAtWork(day: string, entered: Entered): boolean {
  try {
    return isWorkingDay(day, entered)
  } catch (error) {
    if (error instanceof YearNotCovered) return !isWeekend(day)
    throw error
  }
}

/** The last day before people are at work again: what falls on a day off is said on the working day before it. */
export function reachOf(today: string, entered: Entered): string {
  for (let off = 0; off < LONGEST_REST; off++)
    if (isAtWork(addDays(today, off + 1), entered)) return addDays(today, off)
  return today
}

/**
 * Which of the county's marks is reached, the nearest one; undefined where none is.
 * @param marks days before the last day
 * @param reach the last day that today's reminders speak for
 */
export function markReached(marks: readonly number[], lateFrom: string, reach: string): number | undefined {
  const left = daysBetween(reach, dayBeforeLate(lateFrom))
  const reached = marks.filter((days) => left <= days)
  return reached.length > 0 ? Math.min(...reached) : undefined
}
