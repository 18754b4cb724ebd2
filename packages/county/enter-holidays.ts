/**
 * The holidays decider 节假日安排: one year's, as the county enters them from the State Council's notice. Stream
 * `holidays/<year>`. Entered again, the newer takes the place of the older; notices that were published keep the
 * period that they state.
 */
import canonicalize from 'canonicalize'
import { z } from 'zod/mini'
import { problemsOf, type YearOfHolidays, yearOfHolidays } from '#calendar/holidays.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'

const entered = z.object({
  type: z.literal('entered'),
  v: z.literal(1),
  at: z.iso.datetime({ precision: 3 }),
  by: z.string(),
  ...yearOfHolidays.shape,
})
export const holidaysEvent = z.discriminatedUnion('type', [entered])
export type HolidaysEvent = z.infer<typeof holidaysEvent>
export type Holidays = { readonly entered?: YearOfHolidays }

export const holidaysStream = (year: number): string => `holidays/${year}`
export const holidaysKind: Kind<HolidaysEvent, Holidays> = {
  parse: (stored) => holidaysEvent.parse(stored),
  initial: {},
  evolve: (_before, { year, source, off, work }) => ({ entered: { year, source, off, work } }),
}

/** Before these the installed data begin, and after them a year is mistyped. */
const YEARS = { first: 2004, last: 2099 }

/** Enters a year's holidays. The same again does nothing. */
export const enterHolidays =
  (
    holidays: YearOfHolidays,
    { by, received }: { readonly by: string; readonly received: string },
  ): Decision<HolidaysEvent, Holidays> =>
  (state) => {
    const { year, source } = holidays
    const sorted = {
      ...{ year, source },
      off: [...new Set(holidays.off)].toSorted(),
      work: [...new Set(holidays.work)].toSorted(),
    }
    if (state.entered && canonicalize(state.entered) === canonicalize(sorted)) return []
    if (!Number.isInteger(year) || year < YEARS.first || year > YEARS.last)
      throw new Refused('incomplete', `年份应在${YEARS.first}至${YEARS.last}之间，收到“${year}”。`, {
        year: '年份不对',
      })
    const wrong = problemsOf(sorted)
    if (Object.keys(wrong).length > 0)
      throw new Refused('incomplete', `${year}年的节假日安排有几处不对，没有录入。`, wrong)
    return [{ type: 'entered', v: 1, at: received, by, ...sorted }]
  }
