import type { Ledger } from '#ledger/ledger.ts'
import type { Rows } from '#rows/rows.ts'
import type { Machine } from '../run/machine.ts'
import type { Waits } from '../wait/waits.ts'
import { followBatch } from './follow-batch.ts'
import { followCase } from './follow-case.ts'
import { followDecision } from './follow-decision.ts'
import { followNotice } from './follow-notice.ts'
import { followObjection } from './follow-objection.ts'
import { followPanel } from './follow-panel.ts'
import { followResolution } from './follow-resolution.ts'
import type { Followed } from './followed.ts'

export type Deps = { ledger: Ledger; rows: Rows; waits: Waits; followed: Followed; machine: Machine; now: () => Date }

/**
 * What follows from news of one stream. Only its key counts: late, doubled and re-ordered news are harmless, since
 * every follower reads the ledger and names its commands by what it follows.
 */
export function followStream(deps: Deps): (stream: string) => Promise<void> {
  const followers: Readonly<Record<string, (stream: string) => Promise<void>>> = {
    batch: followBatch(deps),
    case: followCase(deps),
    panel: followPanel(deps),
    resolution: followResolution(deps),
    notice: followNotice(deps),
    objection: followObjection(deps),
    decision: followDecision(deps),
  }
  return async (stream) => {
    const [kind = ''] = stream.split('/')
    if (Object.hasOwn(followers, kind)) await followers[kind]?.(stream)
  }
}
