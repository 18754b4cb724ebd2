import { dateOf } from '#calendar/deadline.ts'
import type { rosterEndpoints } from '#contracts/roster.ts'
import { holidaysKind, holidaysStream } from '#county/enter-holidays.ts'
import type { UseCase } from '#edge/use-case.ts'
import { readStream } from '#ledger/ledger.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { namesOf, peopleOfRoster } from './people-of-roster.ts'
import type { Deps } from './read-known.ts'

/** Periods reach into the next year; the one after may have been entered early. */
const YEARS = [-1, 0, 1, 2]

/** What the county has entered of holidays itself, and by whom. */
export const readHolidays =
  ({ ledger, rows, persons }: Deps): UseCase<typeof rosterEndpoints.readHolidays> =>
  async ({ caller, received }) => {
    const thisYear = Number(dateOf(received).slice(0, 4))
    const years = YEARS.map((by) => thisYear + by)
    const read = await Promise.all(years.map((year) => readStream(ledger, holidaysKind, holidaysStream(year))))
    const entered = read.flatMap(({ commits }) => commits.at(-1)?.events.at(-1) ?? [])
    const nameOf = entered.length > 0 ? await namesOf(persons, await peopleOfRoster(rows)) : String
    return {
      years: entered.map(({ year, source, off, work, by, at }) => ({ year, source, off, work, by: nameOf(by), at })),
      ...{ from: thisYear - 1, to: thisYear + 2 },
      mayEnter: permissionFor('enter-holidays', caller.holdings) !== undefined,
    }
  }
