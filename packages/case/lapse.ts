import { lapsesFrom } from '#calendar/deadline.ts'
import { type Deciding, decide } from './standing.ts'

/** Time decides, two minutes after the end and never before. */
export const lapse =
  (now: string): Deciding =>
  (state) => {
    const outcome = state.procedure.steps[state.step]?.lapses
    if (!outcome || !state.lateFrom || now < lapsesFrom(state.lateFrom)) return []
    return decide(state, outcome, { by: 'time', received: now })
  }
