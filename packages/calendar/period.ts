/** Legal periods in days: when a period that is published on a day has its last day, under each way of counting. */
import chineseDays from 'chinese-days'
import { addDays } from './deadline.ts'

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
const COVERED: ReadonlySet<number> = new Set(
  Array.from({ length: LAST_COVERED - FIRST_COVERED + 1 }, (_, i) => FIRST_COVERED + i),
)

/** The period reaches into a year whose holidays nobody knows yet. */
export class YearNotCovered extends Error {
  override name = 'YearNotCovered'
  readonly year: number

  constructor(year: number) {
    super(
      `${year}年的节假日安排尚未公布（现有${FIRST_COVERED}年至${LAST_COVERED}年），无法推算到期日；请待国务院办公厅通知公布、系统更新后再办。`,
    )
    this.year = year
  }
}

function covered(day: string): string {
  const year = Number(day.slice(0, 4))
  if (!COVERED.has(year)) throw new YearNotCovered(year)
  return day
}

/** A make-up workday on a weekend is a working day. @throws YearNotCovered */
const isWorkingDay = (day: string): boolean => chineseDays.isWorkday(covered(day))

function nextWorkingDay(from: string): string {
  let day = from
  while (!isWorkingDay(day)) day = addDays(day, 1)
  return day
}

/** The `days`-th working day on or after `from`. */
function workingDay(from: string, days: number): string {
  let day = nextWorkingDay(from)
  for (let counted = 1; counted < days; counted++) day = nextWorkingDay(addDays(day, 1))
  return day
}

/**
 * The last day of a period of `days` days published on `publish`, both Asia/Shanghai dates.
 * @throws YearNotCovered when the period reaches into a year whose holidays are not published yet, under every
 * convention: the page states the period beside the working days, and a county may not learn of the gap only then
 */
export function lastDayOf({
  publish,
  days,
  convention,
}: {
  readonly publish: string
  readonly days: number
  readonly convention: Convention
}): string {
  if (!Number.isInteger(days) || days < 1)
    throw new Error(`a period has at least one whole day, not ${days}; check the batch's terms`)
  switch (convention) {
    case 'A':
      return covered(addDays(publish, days - 1))
    case 'B':
      return nextWorkingDay(addDays(publish, days))
    case 'C':
      return workingDay(addDays(publish, 1), days)
    case 'D':
      return workingDay(publish, days)
  }
}
