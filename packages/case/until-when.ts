/** Until when a case may stay where it stands, and what a published amendment of the call makes of such a date. */
import { lapseOf, type Procedure, stepAt, stepOf } from '#procedure/procedure.ts'

/** The first late instant of steps, by step. */
type Dates = Readonly<Record<string, string>>

/**
 * Until when the case may stay at a step that time ends. A form that it reaches when the batch's date for it is past
 * has none: nobody loses a right before they have had it, and the office sets a date for that unit.
 * @param at the instant of the arrival
 */
export const withDate = (dates: Dates, procedure: Procedure, step: string, at: string): { lateFrom?: string } => {
  const lateFrom = lapseOf(stepAt(procedure, step)) && dates[step]
  return lateFrom && (lateFrom > at || !stepOf(procedure, step, 'entry')) ? { lateFrom } : {}
}

/** A published amendment, as far as it says dates. `at`: the instant of its publication. */
export type Amending = { readonly at: string; readonly dates: Dates }

/**
 * Which of a case's dates an amendment moves, each to a later instant only: what had passed by then has lapsed, and
 * what the unit was given for itself stays where it is longer.
 * @param setAt by step the instant at which a return gave the unit a date of its own: one that is newer stays
 */
export const movedDates = (dates: Dates, setAt: Dates, { at, dates: amended }: Amending): Dates =>
  Object.fromEntries(
    Object.entries(amended).filter(([step, to]) => {
      const own = dates[step]
      return own !== undefined && own > at && to > own && !((setAt[step] ?? '') >= at)
    }),
  )

/** The same of where a case stands, as its row has it. @returns the row's own date where no amendment moves it */
export const amendedDate = (
  {
    step,
    lateFrom,
    setAt,
  }: { readonly step: string; readonly lateFrom?: string | undefined; readonly setAt?: string | undefined },
  amendments: readonly Amending[],
): string | undefined =>
  amendments.reduce<string | undefined>((own, amending) => {
    const dates = own === undefined ? {} : { [step]: own }
    return movedDates(dates, setAt === undefined ? {} : { [step]: setAt }, amending)[step] ?? own
  }, lateFrom)
