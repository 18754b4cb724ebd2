/** The veto 一票否决 (泗政办秘〔2018〕22号, 附件1 part 七): raised with its source, decided by another officer. */
import { Refused } from '#ledger/refused.ts'
import type { Case } from './case.ts'
import { type Asked, type Deciding, decide, mustBeOpen } from './standing.ts'

/** Somebody of the office reports a veto event with its source. */
export const raiseVeto =
  (veto: { item: number; source: string; evidence?: string }, { by, received }: Asked): Deciding =>
  (state) => {
    mustBeOpen(state, '不能再提出一票否决')
    if (state.veto && state.veto.item === veto.item && state.veto.source === veto.source) return []
    if (state.veto)
      throw new Refused('conflict', `本件已有待确认的一票否决（第${state.veto.item}项）；请先确认或不予确认。`)
    return [{ type: 'vetoRaised', v: 1, at: received, by, ...veto }]
  }

/** Another officer confirms it; then the result is forced, whatever else the case has earned. */
export const confirmVeto =
  (asked: Asked): Deciding =>
  (state) => {
    if (state.step === 'vetoed') return []
    const veto = vetoToDecide(state, asked.by)
    return decide(state, 'vetoed', asked, { reason: `第${veto.item}项：${veto.source}` })
  }

/** Another officer finds that it does not hold; the case goes on. */
export const dismissVeto =
  (reason: string, { by, received }: Asked): Deciding =>
  (state) => {
    vetoToDecide(state, by)
    return [{ type: 'vetoDismissed', v: 1, at: received, by, reason }]
  }

function vetoToDecide(state: Case, by: string): NonNullable<Case['veto']> {
  mustBeOpen(state, '一票否决不能再办理')
  if (!state.veto) throw new Refused('elsewhere', '本件没有待确认的一票否决；请刷新后再办。')
  if (state.veto.by === by) throw new Refused('forbidden', '提出人不能确认自己提出的一票否决；请由法制办其他人员办理。')
  return state.veto
}
