/** Legal periods in days: when a period that is published on a day has its last day, under each way of counting. */
import chineseDays from 'chinese-days'
import { addDays } from './deadline.ts'
import { isWeekend, type YearOfHolidays } from './holidays.ts'

/**
 * - `A` natural days, the first counted, no extension.
 * - `B` natural days, the first not counted; an end on a day off moves to the next working day (Civil Code 201, 203).
 * - `C` working days, the first not counted.
 * - `D` working days, the first counted.
 */
export type Convention = 'A' | 'B' | 'C' | 'D'

/**
 * The years whose holidays the State Council has published and the installed data hold. For any other year the library
 * answers as if there were weekends only, without a word; a new year is added here with the library's new version.
 */
const FIRST_COVERED = 2004
const LAST_COVERED = 2026

/** The period cannot be counted without the holidays of a year that nobody has entered. */
export class YearNotCovered extends Error {
  override name = 'YearNotCovered'
  readonly year: number

  constructor(year: number) {
    super(
      `系统尚未录入${year}年的节假日安排，无法推算到期日；国务院办公厅的通知公布后，请法制办负责人录入该年放假和上班的日期（工作台“名册”的“节假日”），录入后即可办理。`,
    )
    this.year = year
  }
}

/** What the county has entered itself; it goes before the installed data of the same year. */
export type Entered = readonly YearOfHolidays[]

const yearOf = (day: string): number => Number(day.slice(0, 4))

/**
 * The library reads a bare day as its first instant in UTC and then takes the machine’s parts of it: west of UTC those of
 * the day before. A noon without a zone is the machine’s own, so its parts are the day’s wherever it stands.
 */
const noonOf = (day: string): string => `${day}T12:00:00`

/** A make-up workday on a weekend is a working day. @throws YearNotCovered */
export function isWorkingDay(day: string, entered: Entered): boolean {
  // A notice may take in the last days of the year before.
  if (entered.some(({ off }) => off.includes(day))) return false
  if (entered.some(({ work }) => work.includes(day))) return true
  const year = yearOf(day)
  if (entered.some((one) => one.year === year)) return !isWeekend(day)
  if (year < FIRST_COVERED || year > LAST_COVERED) throw new YearNotCovered(year)
  return chineseDays.isWorkday(noonOf(day))
}

function nextWorkingDay(from: string, entered: Entered): string {
  let day = from
  while (!isWorkingDay(day, entered)) day = addDays(day, 1)
  return day
}

/** The `days`-th working day on or after `from`. */
function workingDay(from: string, days: number, entered: Entered): string {
  let day = nextWorkingDay(from, entered)
  for (let counted = 1; counted < days; counted++) day = nextWorkingDay(addDays(day, 1), entered)
  return day
}

export type Counted = {
  readonly publish: string
  readonly days: number
  readonly convention: Convention
  readonly entered?: Entered | undefined
}

/**
 * The last day of a period of `days` days published on `publish`, both Asia/Shanghai dates.
 * @throws YearNotCovered when a day has to be known as working or not in a year whose holidays nobody has entered;
 * natural days without extension need none
 */
export function lastDayOf({ publish, days, convention, entered = [] }: Counted): string {
  if (!Number.isInteger(days) || days < 1)
    throw new Error(`a period has at least one whole day, not ${days}; check the batch's terms`)
  switch (convention) {
    case 'A':
      return addDays(publish, days - 1)
    case 'B':
      return nextWorkingDay(addDays(publish, days), entered)
    case 'C':
      return workingDay(addDays(publish, 1), days, entered)
    case 'D':
      return workingDay(publish, days, entered)
  }
}

/**
 * The notices on holidays that the last day rests on, as pages cite them; natural days without extension rest on none.
 * @throws YearNotCovered
 */
export function sourcesOf(counted: Counted): readonly string[] {
  const { publish, days, convention, entered = [] } = counted
  if (convention === 'A') return []
  const [first, last] = [convention === 'B' ? addDays(publish, days) : publish, lastDayOf(counted)]
  const years = Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, i) => yearOf(first) + i)
  // A notice of the year after may have taken in the last days of December.
  const decided = ({ off, work }: YearOfHolidays) => [...off, ...work].some((day) => day >= first && day <= last)
  const own = entered.filter((one) => years.includes(one.year) || decided(one))
  return [
    ...years.flatMap((year) =>
      own.some((one) => one.year === year) ? [] : [`国务院办公厅关于${year}年节假日安排的通知`],
    ),
    ...own.toSorted((a, b) => a.year - b.year).map(({ source }) => `${source}（由本县录入）`),
  ]
}
