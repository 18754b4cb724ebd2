/** A published amendment of the call's dates reaches a case, and so does the end of its batch. */
import { exitBy, titleOf } from '#procedure/procedure.ts'
import { type Case, caseKind, isOpen, lapsedAt } from './case.ts'
import type { ActReference } from './case-events.ts'
import { type Asked, asked, type Deciding, decide } from './standing.ts'
import { type Amending, movedDates } from './until-when.ts'

/** `dates`: the first late instant of each step that moves, as it stands from the amendment on. */
type Amendment = { readonly act: ActReference; readonly dates: Readonly<Record<string, string>> }

/**
 * The case's dates follow, each to a later instant only: what the unit was given for itself stays where it is longer.
 * @param by `received`: the instant of the amendment. What had passed for this case by then has lapsed, and stays; a
 * case that time has ended since, because the news came late, stands where it stood.
 */
export const reschedule =
  ({ act, dates }: Amendment, by: Asked): Deciding =>
  (state) => {
    if (state.visit === 0 || !(isOpen(state) || lapsedAt(state))) return []
    const moved = movedDates(state.dates, { at: by.received, dates })
    return Object.keys(moved).length > 0 ? [{ type: 'rescheduled', ...asked(by), act, dates: moved }] : []
  }

/**
 * An open case with the dates that the call's published amendments give it, before their news has reached it: whoever
 * is in time by a published date is not late. One that time has ended opens again with the news alone.
 */
export const asAmended = (state: Case, amendments: readonly Amending[]): Case =>
  amendments.reduce((now, amending) => {
    const { at } = amending
    const dates = isOpen(now) ? movedDates(now.dates, amending) : {}
    if (Object.keys(dates).length === 0) return now
    return caseKind.evolve(now, { type: 'rescheduled', v: 1, at, by: '', act: NEWS, dates })
  }, state)
/** No commit: it is read, and never written. */
const NEWS: ActReference = { stream: '', number: 0 }

/** Decides a case as {@link asAmended} has it. */
export const deciding =
  (decide: Deciding, amendments: readonly Amending[]): Deciding =>
  (state) =>
    decide(asAmended(state, amendments))

/** The batch is cancelled: an open case ends with it, and one that has ended keeps its end. */
export const cancelCase =
  ({ act, reason }: { readonly act: ActReference; readonly reason: string }, by: Asked): Deciding =>
  (state) => {
    if (!isOpen(state)) return []
    const exit = exitBy(state.procedure, 'cancellation')
    if (!exit)
      throw new Error(
        `程序“${state.procedure.title}”没有批次取消的出口，“${titleOf(state.procedure, state.step)}”环节的申报件不能随批次取消而终止。`,
      )
    return decide(state, exit, by, { act, reason })
  }
