/**
 * One line of a meeting that was recorded wrongly is corrected 更正: drafted in its case like any correction, signed in the
 * meetings' stream, which counts the quota, and taken by the case, which knows whether a later decision rests on it.
 */
import { hasTaken, Waiting, whyWaiting } from '#case/apply-line.ts'
import type { ActReference } from '#case/case-events.ts'
import { type Asked, asked, type Deciding } from '#case/standing.ts'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { stepOf, targetOf } from '#procedure/procedure.ts'
import { mustBeSignable } from '../judgement/correct-decision.ts'
import { meetingOf, mustHaveFollowed, mustKeepQuota } from './lines-taken.ts'
import type { LineCorrected, Resolution, ResolutionEvent, ResolutionRules } from './resolution.ts'

type Signed = Omit<LineCorrected, 'type' | 'v' | 'at' | 'by' | 'commit'>

/** The meetings' stream takes the line that was signed, as far as the quota reaches. `number`: the act that the case has taken. */
export const correctLine =
  (
    signed: Signed,
    rules: Pick<ResolutionRules, 'limited' | 'hasLeft' | 'followed'>,
    by: Asked,
  ): Decision<ResolutionEvent, Resolution> =>
  (state) => {
    if (signedLine(state, signed)) return []
    const meeting = meetingOf(state, signed.number)
    if (!meeting?.lines.some((line) => line.case === signed.case))
      throw new Refused('unknown', '没有这次会议决定，或者其中没有这个单位；请刷新后再办。')
    mustHaveFollowed(state, [signed.case], rules.followed)
    mustKeepQuota(state, [signed], rules)
    return [{ type: 'lineCorrected', ...asked(by), ...signed, number: meeting.commit }]
  }

/** What came of a draft that was signed: nothing of one that its case could not take, which may be signed once more. */
export const signedLine = (
  { corrected, setAside }: Resolution,
  { case: name, drafted }: Pick<Signed, 'case' | 'drafted'>,
): LineCorrected | undefined =>
  corrected.findLast(
    (one) =>
      one.case === name &&
      one.drafted === drafted &&
      !setAside.some((aside) => aside.number === one.commit && aside.case === name),
  )

/** The case takes the line that corrects its last one, as it was drafted. `drafted`: what was signed. */
export const takeCorrectedLine =
  (
    step: string,
    { drafted, listed = false, act }: { drafted: string; listed?: boolean; act: ActReference },
    by: Asked,
  ): Deciding =>
  (state) => {
    if (hasTaken(state.taken, act)) return []
    const waits = whyWaiting({ veto: state.veto, held: state.held })
    if (waits) throw new Waiting(waits)
    const { correction } = mustBeSignable(state, step, { drafted, listed }, by)
    const way = stepOf(state.procedure, step, 'resolution')?.outcomes[correction.outcome]
    if (!way) return []
    const { outcome, reason, corrects, inMinutes } = correction
    return [
      {
        type: 'corrected',
        ...asked(by),
        ...{ step, corrects, visit: state.visit, outcome, to: targetOf(way), reason },
        draftedBy: correction.by,
        ...(inMinutes !== undefined && { inMinutes }),
        act,
      },
    ]
  }
