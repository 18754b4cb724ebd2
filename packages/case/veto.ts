/** The veto 一票否决: raised with its source, decided by another officer. Its situations are the catalogue's that the call froze. */
import { Refused } from '#ledger/refused.ts'
import { exitBy } from '#procedure/procedure.ts'
import { type Case, seenIn } from './case.ts'
import { type Asked, asked, type Deciding, decide, mustBeOpen, mustNotHaveMade } from './standing.ts'

/**
 * Somebody of the office reports a veto event with its source.
 * @param confirms whether they may confirm vetoes: their own they could not, and in many offices nobody else could
 */
export const raiseVeto =
  (veto: { item: string; source: string; evidence?: string }, by: Asked, confirms = false): Deciding =>
  (state) => {
    mustBeOpen(state, '不能再提出一票否决')
    if (confirms)
      throw new Refused('forbidden', '有权确认一票否决的人员不提出一票否决；请由其他经办人提出，再由您确认。')
    const { veto: before } = state
    // What somebody else, or another paper, says would be lost.
    const isSame = before?.by === by.by && before.evidence === veto.evidence
    if (before && isSame && before.item === veto.item && before.source === veto.source) return []
    if (before) throw new Refused('conflict', '本件已有待确认的一票否决，本次没有登记；请先确认或不予确认。')
    return [{ type: 'vetoRaised', ...asked(by), ...veto }]
  }

/** Another officer confirms it; then the result is forced, whatever else the case has earned. `raised`: what was seen. */
export const confirmVeto =
  (raised: string, by: Asked): Deciding =>
  (state) => {
    const exit = exitBy(state.procedure, 'veto') ?? ''
    if (state.last?.outcome === exit) return []
    const veto = vetoToDecide(state, raised, by.by)
    return decide(state, exit, by, { reason: veto.source })
  }

/** Another officer finds that it does not hold; the case goes on. `raised`: what was seen. */
export const dismissVeto =
  ({ raised, reason }: { raised: string; reason: string }, by: Asked): Deciding =>
  (state) => {
    vetoToDecide(state, raised, by.by)
    return [{ type: 'vetoDismissed', ...asked(by), reason }]
  }

function vetoToDecide(state: Case, raised: string, by: string): NonNullable<Case['veto']> {
  mustBeOpen(state, '一票否决不能再办理')
  if (!state.veto) throw new Refused('elsewhere', '本件没有待确认的一票否决；请刷新后再办。')
  if (seenIn(state, state.veto) !== raised)
    throw new Refused('elsewhere', '您看到的一票否决之后又重新提出过；请刷新，核对后再办。')
  if (state.veto.by === by) throw new Refused('forbidden', '提出人不能确认自己提出的一票否决；请由法制办其他人员办理。')
  mustNotHaveMade(state, by, '不能决定一票否决')
  return state.veto
}
