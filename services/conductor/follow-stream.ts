import type { Ledger } from '#ledger/ledger.ts'
import { followCase } from './follow-case.ts'
import { followNotice } from './follow-notice.ts'
import { followObjection } from './follow-objection.ts'
import { followResolution } from './follow-resolution.ts'
import type { Machine } from './machine.ts'
import type { Waits } from './waits.ts'

export type Deps = { ledger: Ledger; waits: Waits; machine: Machine; now: () => Date }

/**
 * What follows from news of one stream. Only its key counts: late, doubled and re-ordered news are harmless, since
 * every follower reads the ledger and names its commands by what it follows.
 */
export function followStream(deps: Deps): (stream: string) => Promise<void> {
  const followers: Readonly<Record<string, (stream: string) => Promise<void>>> = {
    case: followCase(deps),
    notice: followNotice(deps),
    resolution: followResolution(deps),
    objection: followObjection(deps),
  }
  return async (stream) => {
    const [kind = ''] = stream.split('/')
    await followers[kind]?.(stream)
  }
}
