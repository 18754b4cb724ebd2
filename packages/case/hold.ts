/** An objection that was in time turns up after the case has gone on: it holds the case until it is settled. */
import { exitBy } from '#procedure/procedure.ts'
import { isOpen } from './case.ts'
import type { ActReference } from './case-events.ts'
import { type Asked, asked, type Deciding, decide } from './standing.ts'

/** `act`: of a hold the notice's commit of the receipt, of a release that of the settlement. */
type ByObjection = { readonly act: ActReference; readonly objection: string }

/** Only a case that is open and had taken a line of the notice before the receipt is held; another one the notice itself keeps. */
export const hold =
  (held: ByObjection, by: Asked): Deciding =>
  (state) => {
    const known = state.held.some(({ objection }) => objection === held.objection)
    const gone = state.taken.some(({ stream, number }) => stream === held.act.stream && number < held.act.number)
    return known || !gone || !isOpen(state) ? [] : [{ type: 'held', ...asked(by), ...held }]
  }

/** The objection is settled: the case goes on, or leaves by the exit that its finding means. */
export const settleHold =
  (held: ByObjection & { readonly result: 'released' | 'objection' | 'reassessment' }, by: Asked): Deciding =>
  (state) => {
    const { result, act, objection } = held
    if (!isOpen(state) || !state.held.some((one) => one.objection === objection)) return []
    const released = { type: 'released', ...asked(by), act, objection } as const
    const exit = result === 'released' ? undefined : exitBy(state.procedure, result)
    return exit ? [released, ...decide(state, exit, by, { act })] : [released]
  }
