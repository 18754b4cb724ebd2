/** A published amendment of the call's dates reaches a case, and so does the end of its batch. */
import { exitBy, titleOf } from '#procedure/procedure.ts'
import { isOpen, lapsedAt } from './case.ts'
import type { ActReference } from './case-events.ts'
import { type Asked, asked, type Deciding, decide } from './standing.ts'

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
    const moved = Object.entries(dates).filter(([step, to]) => {
      const own = state.dates[step]
      // A date that a return has set since is the unit's own, and newer than the amendment.
      const { last } = state
      const isNewer = last?.lateFrom !== undefined && last.to === step && last.at >= by.received
      return own !== undefined && own > by.received && to > own && !isNewer
    })
    return moved.length > 0 ? [{ type: 'rescheduled', ...asked(by), act, dates: Object.fromEntries(moved) }] : []
  }

/** The batch is cancelled: an open case ends with it, and one that has ended keeps its end. */
export const cancelCase =
  ({ act, reason }: { readonly act: ActReference; readonly reason: string }, by: Asked): Deciding =>
  (state) => {
    if (!isOpen(state)) return []
    const exit = exitBy(state.procedure, 'cancellation')
    if (!exit)
      throw new Error(
        `程序“${state.procedure.title}”没有批次取消的出口，“${titleOf(state.procedure, state.step)}”环节的件不能随批次终止。`,
      )
    return decide(state, exit, by, { act, reason })
  }
