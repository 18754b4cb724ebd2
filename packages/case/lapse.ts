import { lapsesFrom } from '#calendar/deadline.ts'
import { lapseOf, stepAt } from '#procedure/procedure.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { type Deciding, decide } from './standing.ts'

/** Time decides, two minutes after the end and never before. */
export const lapse =
  (now: string): Deciding =>
  (state) => {
    const outcome = lapseOf(stepAt(state.procedure, state.step))
    if (!outcome || !state.lateFrom || now < lapsesFrom(state.lateFrom)) return []
    return decide(state, outcome, { by: ACTORS.time, received: now })
  }
