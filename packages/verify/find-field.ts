/** Which field of a commit was changed, where its hash tells only that one was. */
import { canonicalJson, digestOf, type Hashed, type Sealed } from '#ledger/chain.ts'
import { type Difference, differences, leavesOf, nameOf, pathOf, withLeaf } from './differences.ts'
import { flippedBack } from './flipped-back.ts'

/** What fields of a name say elsewhere in the record: most often a changed field said one of these before. */
export type Words = ReadonlyMap<string, ReadonlySet<string | number | boolean>>
export type FindField = (commit: Hashed) => Difference | undefined

/** Hashes per commit: a commit of 4 KB takes 20 µs. */
const MOST_WORDS = 20_000

/**
 * Tries what the commit's hash fits: another word in one field's place, the field away, a single bit flipped back.
 * @param most commits that it looks into: a store that is damaged all over is not to take hours
 */
export function fieldFinder(words: () => Words, most = 20): FindField {
  let left = most
  let known: Words | undefined
  return (commit) => {
    if (left-- <= 0) return undefined
    known ??= words()
    return byWords(commit, known) ?? byBit(commit)
  }
}

const sealedOf = ({ stream, number, events, command, by, at, previous }: Hashed): Sealed => ({
  stream,
  number,
  events,
  command,
  by,
  at,
  previous,
})

function byWords(commit: Hashed, words: Words): Difference | undefined {
  const sealed = sealedOf(commit)
  let left = MOST_WORDS
  for (const leaf of leavesOf(sealed))
    for (const word of [...(words.get(nameOf(leaf)) ?? []), undefined]) {
      if (left-- <= 0) return undefined
      if (digestOf(withLeaf(sealed, leaf.keys, word)) === commit.hash)
        return { path: pathOf(leaf.keys), is: leaf.value, was: word }
    }
  return undefined
}

function byBit(commit: Hashed): Difference | undefined {
  const sealed = sealedOf(commit)
  const text = flippedBack(canonicalJson(sealed), commit.hash)
  return text === undefined ? undefined : differences(sealed, JSON.parse(text))[0]
}

/** What every field of these values says, by the field's name. */
export function wordsOf(values: Iterable<unknown>): Words {
  const words = new Map<string, Set<string | number | boolean>>()
  for (const value of values)
    for (const leaf of leavesOf(value)) {
      const name = nameOf(leaf)
      words.set(name, (words.get(name) ?? new Set()).add(leaf.value))
    }
  return words
}
