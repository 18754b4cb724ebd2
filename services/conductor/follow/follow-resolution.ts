import { type Ledger, readStream } from '#ledger/ledger.ts'
import { takeCorrectedLine } from '#steps/resolution/correct-line.ts'
import { type ResolutionEvent, resolutionKind } from '#steps/resolution/resolution.ts'
import { catchUp } from './catch-up.ts'
import type { Followed } from './followed.ts'
import { type ActLine, applyLines, linesOfAct } from './list-act.ts'

/** News of a resolution: every line of every meeting, and every one that was corrected since, reaches the case it names. */
export const followResolution =
  (deps: { ledger: Ledger; followed: Followed; now: () => Date }) =>
  async (stream: string): Promise<void> => {
    const { commits, state } = await readStream(deps.ledger, resolutionKind, stream)
    const lines = commits.flatMap(({ number, events }) => events.flatMap((event) => linesOf(event, stream, number)))
    await applyLines({ ...deps, catchUp: catchUp(deps) }, { stream, kind: resolutionKind, state }, lines)
  }

function linesOf(event: ResolutionEvent, stream: string, number: number): readonly ActLine[] {
  const act = { stream, number }
  if (event.type === 'resolved') return linesOfAct(event, act)
  if (event.type !== 'lineCorrected') return []
  const [, batch = '', step = ''] = stream.split('/')
  const { case: name, by, at, drafted } = event
  return [{ case: name, batch, number, by, decide: takeCorrectedLine(step, { drafted, act }, { by, received: at }) }]
}
