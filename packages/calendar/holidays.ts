/**
 * The holidays of one year as the county enters them, without waiting for a release of the software that has them:
 * which days are off, which days of a weekend are worked instead, and the notice of the State Council that says so.
 * All days are Asia/Shanghai dates.
 */
import { z } from 'zod/mini'
import { saidDay } from './said.ts'

export const yearOfHolidays = z.object({
  year: z.int(),
  /** The notice's title and number, as pages cite it. */
  source: z.string().check(z.minLength(1), z.maxLength(120)),
  off: z.array(z.iso.date()).check(z.minLength(1)),
  /** Days of a weekend that are worked. */
  work: z.array(z.iso.date()),
})
export type YearOfHolidays = Readonly<z.infer<typeof yearOfHolidays>>

/** Sunday and Saturday. */
export const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** What is off in every year whatever its notice says. */
const EVERY_YEAR = { '01-01': '元旦', '05-01': '劳动节', '10-01': '国庆节' }

/** Those of the days off in every year that are not among the ones entered: the notice may have been copied in part. */
export const lackingOf = ({ year, off }: YearOfHolidays): readonly string[] =>
  Object.entries(EVERY_YEAR).flatMap(([day, name]) => (off.includes(`${year}-${day}`) ? [] : [name]))

/** A notice may begin in the last week of the year before, where New Year's Day makes a long weekend. */
const isWithin = (year: number, day: string): boolean => day >= `${year - 1}-12-25` && day <= `${year}-12-31`

/** What cannot be in a notice, by field. */
export function problemsOf({ year, off, work }: YearOfHolidays): Readonly<Record<string, string>> {
  const strange = (days: readonly string[]) =>
    days.flatMap((day) => (isWithin(year, day) ? [] : [`${saidDay(day)}不在${year}年的安排之内`]))
  const wrong = {
    off: strange(off),
    work: [
      ...strange(work),
      ...work.flatMap((day) => (off.includes(day) ? [`${saidDay(day)}既列为放假，又列为上班`] : [])),
      ...work.flatMap((day) => (isWeekend(day) ? [] : [`${saidDay(day)}不是周末，本为工作日，不必列入`])),
    ],
  }
  return Object.fromEntries(
    Object.entries(wrong).flatMap(([field, said]) => (said.length > 0 ? [[field, said.join('；')]] : [])),
  )
}
