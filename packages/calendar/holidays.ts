/**
 * The holidays of one year as the county enters them, without waiting for a release of the software that has them:
 * which days are off, which days of a weekend are worked instead, and the notice of the State Council that says so.
 * All days are Asia/Shanghai dates.
 */
import { z } from 'zod/mini'
import { addDays } from './deadline.ts'
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

/** Off in every year whatever its notice says; those of April, June and autumn since 2008. */
const FIXED = { '01-01': '元旦', '05-01': '劳动节', '10-01': '国庆节' }
/** By month and day of the Chinese calendar. */
const LUNAR: Readonly<Record<string, string>> = { '1/1': '春节', '5/5': '端午节', '8/15': '中秋节' }
const SINCE_2008 = new Set(['清明节', '端午节', '中秋节'])

/** Where the moving holidays fall, to within a day: the calendar at hand may err where the new moon is at midnight. */
function movingOf(year: number): [string, string][] {
  const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
    ...{ month: 'numeric', day: 'numeric', timeZone: 'Asia/Shanghai' },
  })
  const days = Array.from({ length: 300 }, (_, i) => addDays(`${year}-01-15`, i))
  const found = days.flatMap((day): [string, string][] => {
    const name = LUNAR[lunar.format(new Date(`${day}T04:00:00Z`))]
    return name ? [[day, name]] : []
  })
  // The day of the solar term, in this century.
  const century = year - 2000
  const clear = Math.floor(century * 0.2422 + 4.81) - Math.floor(century / 4)
  return [...found, [`${year}-04-0${clear}`, '清明节']]
}

/**
 * The holidays of every year that are not among the days entered: then it is not the year's whole arrangement, and every
 * day that it lacks would count as a working day.
 */
export function lackingOf({ year, off }: Pick<YearOfHolidays, 'year' | 'off'>): readonly string[] {
  const near = (day: string) => [-1, 0, 1].some((by) => off.includes(addDays(day, by)))
  const moving = movingOf(year).filter(([day, name]) => (year >= 2008 || !SINCE_2008.has(name)) && !near(day))
  const fixed = Object.entries(FIXED).filter(([day]) => !off.includes(`${year}-${day}`))
  return [...fixed.map(([day, name]): [string, string] => [`${year}-${day}`, name]), ...moving]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, name]) => name)
}
/** How many days are off by law at the least: 11, and 13 since 2025, of which two may fall together. */
const fewest = (year: number): number => (year >= 2025 ? 12 : year >= 2008 ? 10 : 9)

/**
 * The most that any year had from 2004 to 2026: 33 days off (2026), 10 in a row (2020, when the epidemic prolonged the
 * Spring Festival), 12 worked instead (2013). A county's own days come on top; beyond these it is a mistake in the file.
 */
const MOST = { off: 40, inRow: 12, work: 20 }

/** The longest of the days that follow one another. */
function longestRow(days: readonly string[]): readonly string[] {
  const all = new Set(days)
  const rows = [...all].filter((day) => !all.has(addDays(day, -1))).map((first) => rowFrom(first, all))
  return rows.reduce((longest, row) => (row.length > longest.length ? row : longest), [])
}
function rowFrom(first: string, all: ReadonlySet<string>): string[] {
  const row = [first]
  for (let day = addDays(first, 1); all.has(day); day = addDays(day, 1)) row.push(day)
  return row
}
function tooMany({ off, work }: Pick<YearOfHolidays, 'off' | 'work'>): {
  readonly off: string[]
  readonly work: string[]
} {
  const [days, instead] = [new Set(off).size, new Set(work).size]
  const row = longestRow(off)
  const [first = '', last = ''] = [row[0], row.at(-1)]
  const check = '请对照国务院办公厅的通知核对'
  return {
    off: [
      ...(days > MOST.off ? [`放假日期共${days}天，历年最多33天，超过${MOST.off}天的不能录入；${check}`] : []),
      ...(row.length > MOST.inRow
        ? [
            `${saidDay(first)}至${saidDay(last)}连续放假${row.length}天，历年最多连续10天，超过${MOST.inRow}天的不能录入；${check}`,
          ]
        : []),
    ],
    work: instead > MOST.work ? [`上班日期共${instead}天，历年最多12天，超过${MOST.work}天的不能录入；${check}`] : [],
  }
}

/** A notice may begin in the last week of the year before, where New Year's Day makes a long weekend. */
const isWithin = (year: number, day: string): boolean => day >= `${year - 1}-12-25` && day <= `${year}-12-31`

/** What cannot be in a notice, by field. */
export function problemsOf({ year, off, work }: YearOfHolidays): Readonly<Record<string, string>> {
  const strange = (days: readonly string[]) =>
    days.flatMap((day) => (isWithin(year, day) ? [] : [`${saidDay(day)}不在${year}年的安排之内`]))
  const lacking = lackingOf({ year, off })
  const whole = `请把国务院办公厅通知中${year}年的放假和上班日期写全；另有增加的放假日，与全年的安排写在一起再录入`
  const many = tooMany({ off, work })
  const tooFew = new Set(off).size < fewest(year)
  const wrong = {
    off: [
      ...strange(off),
      ...many.off,
      ...(lacking.length > 0 ? [`放假日期中没有${lacking.join('、')}，不是全年的安排；${whole}`] : []),
      ...(lacking.length === 0 && tooFew
        ? [`放假日期只有${new Set(off).size}天，少于法定的天数，不是全年的安排；${whole}`]
        : []),
    ],
    work: [
      ...strange(work),
      ...many.work,
      ...work.flatMap((day) => (off.includes(day) ? [`${saidDay(day)}既列为放假，又列为上班`] : [])),
      ...work.flatMap((day) => (isWeekend(day) ? [] : [`${saidDay(day)}不是周末，本为工作日，不必列入`])),
    ],
  }
  return Object.fromEntries(
    Object.entries(wrong).flatMap(([field, said]) => (said.length > 0 ? [[field, said.join('；')]] : [])),
  )
}
