import { type Ledger, readStream } from '#ledger/ledger.ts'
import { resolutionKind } from '#steps/resolution/resolution.ts'
import { catchUp } from './catch-up.ts'
import type { Followed } from './followed.ts'
import { applyLines, linesOfAct } from './list-act.ts'

/** News of a resolution: every line of every meeting reaches the case it names. */
export const followResolution =
  (deps: { ledger: Ledger; followed: Followed; now: () => Date }) =>
  async (stream: string): Promise<void> => {
    const { commits, state } = await readStream(deps.ledger, resolutionKind, stream)
    const lines = commits.flatMap(({ number, events }) =>
      events.flatMap((event) => (event.type === 'resolved' ? linesOfAct(event, { stream, number }) : [])),
    )
    await applyLines({ ...deps, catchUp: catchUp(deps) }, { stream, kind: resolutionKind, state }, lines)
  }
