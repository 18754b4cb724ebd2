/** What a list act over many cases does to one of them. */
import { Refused } from '#ledger/refused.ts'
import { isListStep } from '#procedure/kinds.ts'
import { stepAt, titleOf } from '#procedure/procedure.ts'
import type { ActReference } from './case-events.ts'
import { type Asked, type Deciding, decide, mustStandAt } from './standing.ts'

/** Whether the case has taken that line. */
export const hasTaken = (taken: readonly ActReference[], { stream, number }: ActReference): boolean =>
  taken.some((one) => one.stream === stream && one.number === number)

/** Applies one line of an act, once, to a case that stands where the act belongs and that nothing holds back. */
export const applyLine =
  (
    line: {
      step: string
      outcome: string
      reason?: string
      act: ActReference
      rank?: number | undefined
      objections?: readonly string[] | undefined
    },
    by: Asked,
  ): Deciding =>
  (state) => {
    const { act, step: name, outcome, rank, objections } = line
    if (hasTaken(state.taken, act)) return []
    mustStandAt(state, name)
    const step = stepAt(state.procedure, name)
    // An act decides what its own step knows: not by the exits, nor for time.
    const known = step && (isListStep(step) || step.kind === 'inquiry') && Object.hasOwn(step.outcomes, outcome)
    if (!known)
      throw new Refused(
        'elsewhere',
        `“${titleOf(state.procedure, name)}”环节不能由会议决定或公示给出“${outcome}”这一办理结果。`,
      )
    if (state.notice && state.notice.stream !== act.stream)
      throw new Refused('conflict', `本件列入的是另一期公示（${state.notice.stream}），不能按“${act.stream}”办理。`)
    // Whatever ends the case without a title is not kept from it by a withdrawal that its unit may never confirm.
    const { end } = step.outcomes[outcome] ?? {}
    const ends = end !== undefined && !state.procedure.endings[end]?.confers
    const waits = whyWaiting(ends ? { ...state, withdrawal: undefined } : state)
    if (waits) throw new Waiting(waits)
    return decide(state, outcome, by, {
      act,
      ...(line.reason && { reason: line.reason }),
      ...(rank !== undefined && { rank }),
      ...(objections && { objections: [...objections] }),
    })
  }

/** A line that the case does not take now but may later: it waits for something that is still to be decided. */
export class Waiting extends Refused {
  override name = 'Waiting'
  constructor(sentence: string) {
    super('conflict', sentence)
  }
}

/** Why no list may decide the case now; undefined when one may. */
export function whyWaiting({
  veto,
  withdrawal,
  held,
}: {
  veto?: unknown
  withdrawal?: unknown
  held: readonly { objection: string }[]
}): string | undefined {
  if (veto) return '有一票否决待确认，确认或不予确认以后再办理。'
  if (withdrawal) return '退出申请待单位主要负责人确认，确认或撤销以后再办理。'
  const [first] = held
  return first && `期内异议（${first.objection}）还没有办结，办结以后再办理。`
}
