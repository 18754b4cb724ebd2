/** A unit leaves the procedure: somebody enters it, its head confirms, on screen or on the stamped paper. */
import { Refused } from '#ledger/refused.ts'
import { exitBy } from '#procedure/procedure.ts'
import { type Case, seenIn } from './case.ts'
import { type Asked, asked, type Deciding, decide, mustBeOpen } from './standing.ts'
import { whyNoPage } from './used-files.ts'
import { declinedOf } from './withdrawals.ts'

const hasLeft = (state: Parameters<Deciding>[0]): boolean =>
  state.last !== undefined && state.last.outcome === exitBy(state.procedure, 'withdrawal')

/** @param scan of the stamped paper, with which the unit's head has confirmed already */
export const enterWithdrawal =
  ({ reason, scan }: { reason: string; scan?: string | undefined }, by: Asked): Deciding =>
  (state) => {
    if (hasLeft(state)) {
      // Another reason, or a paper that came afterwards, would be lost in silence.
      if (state.last?.reason === reason && (!scan || state.last.by === by.by)) return []
      throw new Refused('elsewhere', '本单位已经退出本批次，本次填写的理由和材料没有登记；请刷新后查看。')
    }
    mustBeOpen(state, '不能退出')
    mustBeUndisputed(state)
    const otherPaper = scan && whyNoPage(state, scan, '盖章的书面申请')
    if (otherPaper) throw new Refused('incomplete', '盖章的书面申请还不能使用。', { scan: otherPaper })
    if (state.withdrawal) {
      if (state.withdrawal.reason === reason && !scan) return []
      if (!scan) throw new Refused('conflict', '本单位已录入退出申请，正等待主要负责人确认；要改写理由，请先撤销。')
    }
    const events = [{ type: 'withdrawalEntered', ...asked(by), reason, ...(scan && { scan }) } as const]
    return scan ? [...events, ...leave(state, reason, by)] : events
  }

/** The unit's head confirms what somebody else has entered. `entered`: what was seen. */
export const confirmWithdrawal =
  (entered: string, by: Asked): Deciding =>
  (state) => {
    if (hasLeft(state)) return []
    mustBeOpen(state, '不能退出')
    const { withdrawal } = state
    if (!withdrawal) throw new Refused('elsewhere', '没有待确认的退出申请；请刷新后再办。')
    mustBeSeen(state, withdrawal, entered)
    if (withdrawal.by === by.by)
      throw new Refused('forbidden', '录入人不能确认自己录入的退出申请；请由主要负责人确认，或者上传盖章的书面申请。')
    mustBeUndisputed(state)
    return leave(state, withdrawal.reason, by)
  }

/**
 * Whoever entered it takes it back, or the unit's head does not agree, with a reason or without. Afterwards whoever
 * entered it says by the same that they have read so. `entered`: what was seen, it or that it was declined.
 */
export const cancelWithdrawal =
  ({ entered, reason }: { entered: string; reason?: string | undefined }, by: Asked): Deciding =>
  (state) => {
    mustBeOpen(state, '退出申请不能再撤销')
    const { withdrawal } = state
    const cancelled = { type: 'withdrawalCancelled', ...asked(by) } as const
    const declined = declinedOf(state, by.by)
    if (declined && seenIn(state, declined) === entered) return [{ ...cancelled, read: true }]
    if (withdrawal) {
      mustBeSeen(state, withdrawal, entered)
      return [{ ...cancelled, ...(reason && { reason }) }]
    }
    if (declined) throw new Refused('elsewhere', '主要负责人没有同意您录入的退出申请；请刷新，查看理由后再办。')
    const { withdrawalCancelled: last } = state
    if (reason && !(last?.by === by.by && last.reason === reason))
      throw new Refused('elsewhere', '退出申请此前已经撤销，本次填写的理由没有登记；请刷新后查看。')
    return []
  }

/** @throws Refused when another one was entered since */
function mustBeSeen(state: Case, withdrawal: { readonly type: string }, entered: string): void {
  if (seenIn(state, withdrawal) !== entered)
    throw new Refused('elsewhere', '您看到的退出申请之后又重新录入过；请刷新，核对后再办。')
}

/** A unit does not slip away from a veto, nor from an objection that holds it: that is decided first. Nobody of the unit is told of one before it is confirmed. @throws Refused */
function mustBeUndisputed({ veto, held }: Parameters<Deciding>[0]): void {
  if (veto || held.length > 0)
    throw new Refused('conflict', '法制办正在核实本单位的有关情况，办结以前不能办理退出；请办结后再办。')
}

const leave = (state: Parameters<Deciding>[0], reason: string, by: Asked) =>
  decide(state, exitBy(state.procedure, 'withdrawal') ?? '', by, { reason })
