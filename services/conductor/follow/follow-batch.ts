/** What a batch's own stream says after the call: amended dates, and its end, reach every case of it. */
import { batchKind, datesOf } from '#batch/batch.ts'
import { type Case, caseKind } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import { cancelCase, reschedule } from '#case/reschedule.ts'
import type { Deciding } from '#case/standing.ts'
import { eachApart } from '#ledger/altered.ts'
import { execute, type Ledger, type Read, readStream } from '#ledger/ledger.ts'
import type { Rows } from '#rows/rows.ts'
import type { Waits } from '../wait/waits.ts'
import { casesOf } from './cases-of.ts'
import type { Followed } from './followed.ts'

/** What one commit of the batch asks of each of its cases. */
export type BatchAct = {
  /** Of that commit. */
  readonly number: number
  readonly command: string
  readonly by: string
  readonly decide: Deciding
}
type Deps = {
  readonly ledger: Ledger
  readonly rows: Rows
  readonly waits: Pick<Waits, 'unfinished'>
  readonly followed: Followed
}

/**
 * News of a batch: its published amendments and its end, in the order of its commits, each once to each case that is
 * there. A case that is begun later looks at the batch itself.
 * The function throws Altered, after all other cases, for one whose record was.
 */
export const followBatch =
  ({ ledger, rows, waits, followed }: Deps) =>
  async (stream: string): Promise<void> => {
    const acts = await actsOfBatch(ledger, stream)
    // Most news of a batch is that it was called or that something is prepared.
    if (acts.length === 0) return
    const upTo = await followed.upTo(stream)
    const fresh = acts.filter(({ number }) => number > upTo)
    const last = fresh.at(-1)
    if (!last) return
    const [, batch = ''] = stream.split('/')
    const [altered] = await eachApart(await casesOf({ waits, rows }, batch), async (one) =>
      takeActs(ledger, one, await readStream(ledger, caseKind, one), fresh),
    )
    if (altered) throw altered
    await followed.reached(stream, last.number)
  }

export async function actsOfBatch(ledger: Ledger, stream: string): Promise<readonly BatchAct[]> {
  const { commits } = await readStream(ledger, batchKind, stream)
  return commits.flatMap(({ number, events }) =>
    events.flatMap((event): BatchAct[] => {
      const act = { stream, number }
      // With a blank, which no click's id has: nobody can take its place.
      const command = `line ${stream}#${number}`
      switch (event.type) {
        case 'amended': {
          const { by, at } = event
          const dates = datesOf({
            dates: Object.fromEntries(Object.entries(event.dates).map(([step, { to }]) => [step, to])),
          })
          return [{ number, command, by, decide: reschedule({ act, dates }, { by, received: at }) }]
        }
        case 'batchCancelled': {
          const { by, at, reason } = event
          return [{ number, command, by, decide: cancelCase({ act, reason }, { by, received: at }) }]
        }
        default:
          return []
      }
    }),
  )
}

/** A case takes what it has not taken yet; one for which there is nothing to do is only looked at. */
export async function takeActs(
  ledger: Ledger,
  stream: string,
  found: Read<CaseEvent, Case>,
  acts: readonly BatchAct[],
): Promise<Case> {
  let { state } = found
  for (const { command, by, decide } of acts) {
    if (decide(state).length === 0) continue
    const first = state === found.state && { first: found }
    state = (await execute(ledger, caseKind, { stream, command, by, decide, ...first })).state
  }
  return state
}
