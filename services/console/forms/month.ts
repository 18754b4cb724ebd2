/** A month as a calendar shows it, in ISO days; weeks begin on Monday. */
import { addDays } from '#calendar/deadline.ts'
import { weekdayOf } from '#calendar/said.ts'

export const WEEK = '一二三四五六日'

/** '2018-06-15' → '2018-06' */
export const monthOf = (day: string): string => day.slice(0, 7)

/** '2018-06-15' → 2018年6月 */
export const monthSaid = (day: string): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月`

/** The same day some months later or earlier, or that month's last one: a month after 2018-01-31 is 2018-02-28. */
export function monthsOn(day: string, months: number): string {
  const [year = 0, month = 0] = monthOf(day).split('-').map(Number)
  const count = year * 12 + month - 1 + months
  const first = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`
  const there = addDays(first, Number(day.slice(-2)) - 1)
  return monthOf(there) === monthOf(first) ? there : addDays(`${monthOf(there)}-01`, -1)
}

/** Whole weeks, six of them so that nothing moves below the pointer, in which the day's month lies. */
export function weeksOf(day: string): readonly (readonly string[])[] {
  const first = `${monthOf(day)}-01`
  const monday = addDays(first, -WEEK.indexOf(weekdayOf(first)))
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, n) => addDays(monday, week * 7 + n)))
}
