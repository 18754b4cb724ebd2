/** The county's holidays as they may have been read, by every state of that time. */
import type { Entered } from '#calendar/period.ts'
import { holidaysStream } from '#county/enter-holidays.ts'
import type { Elsewhere } from './elsewhere.ts'

/** @param day in the first of the two years that are counted with @returns the newest first */
export function holidaysThen({ holidays }: Elsewhere, day: string, at: string): readonly Entered[] {
  const year = Number(day.slice(0, 4))
  const [own = [], next = []] = [year, year + 1].map((one) =>
    holidays.at(holidaysStream(one), at).map(({ entered }) => (entered ? [entered] : [])),
  )
  return own.flatMap((one) => next.map((other) => [...one, ...other]))
}
