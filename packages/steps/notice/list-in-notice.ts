import type { ActReference } from '#case/case-events.ts'
import { type Deciding, mustStandAtKind } from '#case/standing.ts'
import { Refused } from '#ledger/refused.ts'

/** A published notice names the case, which has to stand at that notice's step. */
export const listInNotice =
  ({ step, ...notice }: { step: string; act: ActReference; lateFrom: string }, received: string): Deciding =>
  (state) => {
    const { act } = notice
    const listed = state.notice?.stream === act.stream || state.taken.some(({ stream }) => stream === act.stream)
    if (listed) return []
    mustStandAtKind(state, step, 'notice')
    if (state.notice)
      throw new Refused('conflict', `本件已列入另一期公示（${state.notice.stream}），不能同时公示两次。`)
    return [{ type: 'listed', v: 1, at: received, ...notice }]
  }
