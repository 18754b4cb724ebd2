import { type Ledger, readStream } from '#ledger/ledger.ts'
import { announcementKind } from '#steps/announcement/announcement.ts'
import { catchUp } from './catch-up.ts'
import type { Followed } from './followed.ts'
import { applyLines, linesOfAct } from './list-act.ts'

/** News of a decision: once it is published, every line of it reaches the case that it names. */
export const followDecision =
  (deps: { ledger: Ledger; followed: Followed; now: () => Date }) =>
  async (stream: string): Promise<void> => {
    const { commits, state } = await readStream(deps.ledger, announcementKind, stream)
    const lines = commits.flatMap(({ number, events }) =>
      events.flatMap((event) => (event.type === 'published' ? linesOfAct(event, { stream, number }) : [])),
    )
    await applyLines({ ...deps, catchUp: catchUp(deps) }, { stream, kind: announcementKind, state }, lines)
  }
