import type { Share, Spread } from './spread.ts'

/** What one person has been given for one department by one day; `since`: when the first of it was given. */
export type Alike = { readonly share: Share; readonly since: string; readonly items: readonly string[] }
export const sharesOf = ({ shares }: Pick<Spread, 'shares'>): readonly Alike[] => {
  const alike = Map.groupBy([...shares], ([, { person, organ, due }]) => JSON.stringify([person, organ, due]))
  return [...alike.values()].flatMap((some) => {
    const [first] = some
    if (!first) return []
    const { person, organ, due } = first[1]
    const since = some.map(([, { at }]) => at).toSorted()[0] ?? ''
    const share = { person, ...(organ && { organ }), ...(due && { due }) }
    return [{ share, since, items: some.map(([item]) => item) }]
  })
}
