/** Which decision may still be corrected 更正: a judgement's or one line of a meeting, as long as it is the case's last one. */
import { stepAt } from '#procedure/procedure.ts'
import { whyWaiting } from './apply-line.ts'
import { type Case, hasEnded } from './case.ts'
import type { Corrected, Decided } from './case-events.ts'

/** A way out of every step, what time or a unit does, and a line of another kind of act are not corrected. */
export function standingDecision({
  last,
  procedure,
}: Pick<Case, 'last' | 'procedure'>): ((Decided | Corrected) & { reason: string }) | undefined {
  const value = last && stepAt(procedure, last.step)
  if (!value || !Object.hasOwn(value.outcomes, last.outcome)) return undefined
  const isCorrected = value.kind === 'judgement' || (value.kind === 'resolution' && last.act !== undefined)
  return isCorrected ? { ...last, reason: last.reason ?? '' } : undefined
}

/** What rests on the line of a meeting, or holds its case, so that it is not corrected now; a whole sentence. */
export function whyLineStays(state: Case): string | undefined {
  const { step, procedure, veto, held } = state
  if (hasEnded(state) && procedure.endings[step]?.confers)
    return '已经据此授予称号，会议决定的登记不能再更正；确需改变的，由会议决定取消称号。'
  // Whoever wants to leave does so wherever the case is.
  return whyWaiting({ veto, held })
}
