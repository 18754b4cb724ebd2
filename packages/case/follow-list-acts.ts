/** What a notice or a resolution over many cases does to one of them. */
import { Refused } from '#ledger/refused.ts'
import { titleOf } from '#procedure/procedure.ts'
import type { ActReference } from './case-events.ts'
import { type Asked, type Deciding, decide, mustStandAt } from './standing.ts'

/** A published notice names the case. */
export const listInNotice =
  (notice: { act: ActReference; lateFrom: string }, received: string): Deciding =>
  (state) => {
    if (state.notice?.stream === notice.act.stream) return []
    mustStandAt(state, 'notice')
    if (state.notice)
      throw new Refused('conflict', `本件已列入另一期公示（${state.notice.stream}），不能同时公示两次。`)
    return [{ type: 'listed', v: 1, at: received, ...notice }]
  }

/** Applies one line of a list act, once, to a case that stands where the act belongs. */
export const applyLine =
  (line: { step: string; outcome: string; reason?: string; act: ActReference }, asked: Asked): Deciding =>
  (state) => {
    const { act } = line
    if (state.taken.some(({ stream, number }) => stream === act.stream && number === act.number)) return []
    mustStandAt(state, line.step)
    const step = state.procedure.steps[line.step]
    // An act decides what its own step knows: not by the exits, nor for time.
    const known = step?.decided === 'list' && Object.hasOwn(step.outcomes, line.outcome)
    if (!known || step.outcomes[line.outcome]?.byTime)
      throw new Refused(
        'elsewhere',
        `“${titleOf(state.procedure, line.step)}”环节不能由会议决定或公示给出“${line.outcome}”这一办理结果。`,
      )
    if (state.notice && state.notice.stream !== act.stream)
      throw new Refused('conflict', `本件列入的是另一期公示（${state.notice.stream}），不能按“${act.stream}”办理。`)
    return decide(state, line.outcome, asked, { act, ...(line.reason && { reason: line.reason }) })
  }
