import { batchKind, batchStream } from '#batch/batch.ts'
import { publishedDates } from '#batch/published-dates.ts'
import { lapsesFrom } from '#calendar/deadline.ts'
import { msBetween } from '#calendar/instant.ts'
import { type Case, caseKind } from '#case/case.ts'
import { lapse } from '#case/lapse.ts'
import { asAmended, deciding } from '#case/reschedule.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { lapseOf, stepAt } from '#procedure/procedure.ts'
import { ACTORS } from '#typed/reserved-ids.ts'

/** Under the 24.8 days at which Node's timers end, so that the same wait runs on a laptop. */
const LOOK_AGAIN_SECONDS = 20 * 86_400

/** Where the case stands, how many commits say so, and how long to wait for news. */
export type Whereabouts = { at: string; visit: number; seen: number; waitSeconds: number }

/**
 * Lets time decide what is past due, then says where the case stands. Only before time decides, the batch is asked what
 * it has amended: its news may be later than time.
 */
export const arrive =
  ({ ledger, now }: { ledger: Ledger; now: () => Date }) =>
  async (stream: string): Promise<Whereabouts> => {
    const at = now().toISOString()
    const found = await readStream(ledger, caseKind, stream)
    const { state, commits } = lapse(at)(found.state).length > 0 ? await lapsed(ledger, stream, found.state, at) : found
    return { at: state.step, visit: state.visit, seen: commits.length, waitSeconds: secondsToWait(state, at) }
  }

/** Named by the visit: the same step may lapse again after a return. The case as amended, so that it is waited for. */
async function lapsed(ledger: Ledger, stream: string, { batch, step, visit }: Case, at: string) {
  const { amendments } = (await readStream(ledger, batchKind, batchStream(batch))).state
  const published = publishedDates(amendments)
  const decide = deciding(lapse(at), published)
  const { state: after, commits } = await execute(ledger, caseKind, {
    stream,
    command: `lapse ${step} ${visit}`,
    by: ACTORS.time,
    decide: (state) => (state.visit === visit ? decide(state) : []),
  })
  return { state: asAmended(after, published), commits }
}

/** To the first instant at which time itself may decide. After it, and where it never may, only news moves the case, and news wakes it. */
function secondsToWait({ lateFrom, procedure, step }: Case, at: string): number {
  if (!lateFrom || !lapseOf(stepAt(procedure, step))) return LOOK_AGAIN_SECONDS
  const left = Math.ceil(msBetween(at, lapsesFrom(lateFrom)) / 1000)
  return left > 0 ? Math.min(left, LOOK_AGAIN_SECONDS) : LOOK_AGAIN_SECONDS
}
