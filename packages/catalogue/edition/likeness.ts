/** Two neighbouring characters are the words of a text that has no spaces. */
export function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const run of text.split(/[^\p{L}\p{N}%]+/u))
    for (let index = 0; index + 1 < run.length; index++) pairs.add(run.slice(index, index + 2))
  return pairs
}

const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((pair) => other.has(pair)).length

/** From 0 (nothing in common) to 1: Dice's coefficient. */
export const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  one.size + other.size === 0 ? 1 : (2 * shared(one, other)) / (one.size + other.size)

/** How much of a piece stands in a whole, from 0 to 1. */
export const containment = (piece: ReadonlySet<string>, whole: ReadonlySet<string>): number =>
  piece.size === 0 ? 0 : shared(piece, whole) / piece.size
