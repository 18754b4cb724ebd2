import type { Amended } from './change-events.ts'
import { endOf } from './step-date.ts'

/** What published amendments say of dates, as cases take them: of every step that moved its first late instant. */
export const publishedDates = (amendments: readonly Pick<Amended, 'at' | 'dates'>[]) =>
  amendments.map(({ at, dates }) => ({
    at,
    dates: Object.fromEntries(Object.entries(dates).map(([step, { to }]) => [step, endOf(to)])),
  }))
