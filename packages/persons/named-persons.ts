/** Where commits name personal data: `{ id, digest }` stands for them wherever it is. */
import type { Commit } from '#ledger/ledger.ts'
import type { Reference } from './persons.ts'

export type NamedPerson = Reference & {
  readonly commit: number
  /** From the commit down. */
  readonly keys: readonly (string | number)[]
}

export const personsNamedBy = (commits: readonly Commit[]): NamedPerson[] =>
  commits.flatMap(({ number, events }) =>
    referencesIn(events, ['events']).map((found) => ({ commit: number, ...found })),
  )

type Found = Pick<NamedPerson, 'id' | 'digest' | 'keys'>
function referencesIn(value: unknown, keys: Found['keys']): Found[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => referencesIn(one, [...keys, i]))
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  const { id, digest } = Object.fromEntries(entries)
  if (typeof id === 'string' && typeof digest === 'string' && entries.length === 2) return [{ keys, id, digest }]
  return entries.flatMap(([key, one]) => referencesIn(one, [...keys, key]))
}
