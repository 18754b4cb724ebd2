import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'

/** Given what has happened, when somebody asks, then exactly these events, or a refusal. */
export function given<Event, State>({ initial, evolve, parse }: Kind<Event, State>, ...events: readonly Event[]) {
  const state = events.map((event) => parse(event)).reduce((before, event) => evolve(before, event), initial)
  return {
    state,
    when: (decide: Decision<Event, State>): readonly Event[] => decide(state).map((event) => parse(event)),
    /** The refusal as [code, sentence, fields]. */
    refused(decide: Decision<Event, State>): [string, string, Readonly<Record<string, string>>] {
      try {
        decide(state)
      } catch (error) {
        if (error instanceof Refused) return [error.code, error.message, error.fields]
        throw error
      }
      throw new Error('it was allowed')
    },
  }
}
