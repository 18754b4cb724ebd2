/** A unit leaves the procedure: somebody enters it, its head confirms, on screen or on the stamped paper. */
import { Refused } from '#ledger/refused.ts'
import { exitBy } from '#procedure/procedure.ts'
import { type Asked, asked, type Deciding, decide, mustBeOpen } from './standing.ts'

const hasLeft = (state: Parameters<Deciding>[0]): boolean =>
  state.last !== undefined && state.last.outcome === exitBy(state.procedure, 'withdrawal')

/** @param scan of the stamped paper, with which the unit's head has confirmed already */
export const enterWithdrawal =
  ({ reason, scan }: { reason: string; scan?: string | undefined }, by: Asked): Deciding =>
  (state) => {
    if (hasLeft(state)) return []
    mustBeOpen(state, '不能退出')
    mustBeUndisputed(state)
    if (state.withdrawal) {
      if (state.withdrawal.reason === reason && !scan) return []
      if (!scan) throw new Refused('conflict', '本单位已录入退出申请，正等待主要负责人确认；要改写理由，请先撤销。')
    }
    const events = [{ type: 'withdrawalEntered', ...asked(by), reason, ...(scan && { scan }) } as const]
    return scan ? [...events, ...leave(state, reason, by)] : events
  }

/** The unit's head confirms what somebody else has entered. */
export const confirmWithdrawal =
  (by: Asked): Deciding =>
  (state) => {
    if (hasLeft(state)) return []
    mustBeOpen(state, '不能退出')
    const { withdrawal } = state
    if (!withdrawal) throw new Refused('elsewhere', '没有待确认的退出申请；请刷新后再办。')
    if (withdrawal.by === by.by)
      throw new Refused('forbidden', '录入人不能确认自己录入的退出申请；请由主要负责人确认，或者上传盖章的书面申请。')
    mustBeUndisputed(state)
    return leave(state, withdrawal.reason, by)
  }

/** Whoever entered it takes it back, or the unit's head does not agree, with a reason or without. */
export const cancelWithdrawal =
  (by: Asked, { reason }: { reason?: string | undefined } = {}): Deciding =>
  (state) => {
    mustBeOpen(state, '退出申请不能再撤销')
    return state.withdrawal ? [{ type: 'withdrawalCancelled', ...asked(by), ...(reason && { reason }) }] : []
  }

/** A unit does not slip away from a veto, nor from an objection that holds it: that is decided first. Nobody of the unit is told of one before it is confirmed. @throws Refused */
function mustBeUndisputed({ veto, held }: Parameters<Deciding>[0]): void {
  if (veto || held.length > 0)
    throw new Refused('conflict', '法制办正在核实本单位的有关情况，办结以前不能办理退出；请办结后再办。')
}

const leave = (state: Parameters<Deciding>[0], reason: string, by: Asked) =>
  decide(state, exitBy(state.procedure, 'withdrawal') ?? '', by, { reason })
