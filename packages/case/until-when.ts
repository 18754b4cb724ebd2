/** Until when a case may stay where it stands, and what a return or a published amendment of the call makes of such a date. */
import { addDays, dateOf, firstLateInstant } from '#calendar/deadline.ts'
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
 * what the unit was given for itself stays where it is longer. It does not matter what was given first: whoever returned
 * a form may not have known of the amendment yet.
 */
export const movedDates = (dates: Dates, { at, dates: amended }: Amending): Dates =>
  Object.fromEntries(
    Object.entries(amended).filter(([step, to]) => {
      const own = dates[step]
      return own !== undefined && own > at && to > own
    }),
  )

/** The same of where a case stands, as its row has it. @returns the row's own date where no amendment moves it */
export const amendedDate = (
  { step, lateFrom }: { readonly step: string; readonly lateFrom?: string | undefined },
  amendments: readonly Amending[],
): string | undefined =>
  amendments.reduce<string | undefined>((own, amending) => {
    const dates = own === undefined ? {} : { [step]: own }
    return movedDates(dates, amending)[step] ?? own
  }, lateFrom)

/** What the call says of returns: days to mend a form, and by step the first late instant that is published. */
export type ReturnTerms = { readonly returnDays: number; readonly dates: Dates }

/**
 * The first late instant of a return that is decided at `received`. A day that somebody chose stays as chosen, unless
 * the published date is later: until then everybody may hand in, and a return takes that from nobody. Where none was
 * chosen it is the latest of the published date, the unit's own, and `returnDays` after the decision.
 * @param own the step's date as it holds for the unit
 * @param published the same of the batch
 */
export function returnEnds(
  { own = '', published = '', chosen }: { readonly [name in 'own' | 'published' | 'chosen']?: string | undefined },
  returnDays: number,
  received: string,
): string {
  const ends = chosen ? [chosen] : [own, firstLateInstant(addDays(dateOf(received), returnDays))]
  return [...ends, published].reduce((one, other) => (other > one ? other : one))
}
