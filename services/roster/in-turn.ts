import type { Decision, Kind } from '#ledger/kind.ts'

/** Several decisions as one, each on what those before it have come to: one commit. */
export const inTurn =
  <Event, State>(
    { evolve }: Kind<Event, State>,
    decisions: readonly Decision<Event, State>[],
  ): Decision<Event, State> =>
  (state) => {
    const events: Event[] = []
    for (const decide of decisions) events.push(...decide(events.reduce(evolve, state)))
    return events
  }
