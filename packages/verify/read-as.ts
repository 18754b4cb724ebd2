// From its own module: as a part of all of zod it would be three hundred kilobytes of the daily function.
import { $ZodError } from 'zod/v4/core'
import type { Kind } from '#ledger/kind.ts'
import type { Commit } from '#ledger/ledger.ts'

/** Commits with their events as the kind has them; undefined where one holds something else. @throws what the kind throws of anything but a shape */
export function readAs<Event, State>(kind: Kind<Event, State>, commits: readonly Commit[]) {
  try {
    return commits.map((commit) => ({ ...commit, events: commit.events.map(kind.parse) }))
  } catch (error) {
    if (error instanceof $ZodError) return undefined
    throw error
  }
}
