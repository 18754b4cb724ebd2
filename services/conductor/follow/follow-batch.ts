/** What a batch's own stream says after the call: amended dates, and its end, reach every case of it. */
import { batchKind, datesOf } from '#batch/batch.ts'
import { type Case, caseKind, caseStream } from '#case/case.ts'
import { cancelCase, reschedule } from '#case/reschedule.ts'
import type { Deciding } from '#case/standing.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'

/** What one commit of the batch asks of each of its cases. */
export type BatchAct = { readonly command: string; readonly by: string; readonly decide: Deciding }

/** News of a batch: its published amendments and its end, in the order of its commits, to each case that is there. */
export const followBatch =
  ({ ledger }: { readonly ledger: Ledger }) =>
  async (stream: string): Promise<void> => {
    const acts = await actsOfBatch(ledger, stream)
    // Naming all streams is dear, and most news of a batch is that it was called.
    if (acts.length === 0) return
    const [, batch = ''] = stream.split('/')
    for await (const one of ledger.streams())
      if (one.stream.startsWith(caseStream(batch, '')))
        await takeActs(ledger, one.stream, (await readStream(ledger, caseKind, one.stream)).state, acts)
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
          return [{ command, by, decide: reschedule({ act, dates }, { by, received: at }) }]
        }
        case 'batchCancelled': {
          const { by, at, reason } = event
          return [{ command, by, decide: cancelCase({ act, reason }, { by, received: at }) }]
        }
        default:
          return []
      }
    }),
  )
}

/** A case takes what it has not taken yet; one for which there is nothing to do is only looked at. */
export async function takeActs(ledger: Ledger, stream: string, found: Case, acts: readonly BatchAct[]): Promise<Case> {
  let state = found
  for (const { command, by, decide } of acts)
    if (decide(state).length > 0) state = (await execute(ledger, caseKind, { stream, command, by, decide })).state
  return state
}
