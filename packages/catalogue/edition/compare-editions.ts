/**
 * What became of each item from one edition to the next, found by machine: the same id first, then the wording.
 * A guess for a person to correct (`correct-map.ts`), never a decision.
 */

import { canonicalJson } from '#ledger/chain.ts'
import type { Catalogue, Item } from '../catalogue.ts'
import { type Placed, placedItems } from '../walk-catalogue.ts'
import { containment, likeness, pairsOf } from './likeness.ts'

export type Change = {
  readonly change: 'same' | 'reworded' | 'split' | 'merged' | 'moved' | 'new' | 'gone'
  readonly old: readonly string[]
  readonly new: readonly string[]
}

/** From here on two wordings count as one item; below, neither says enough of the other. */
const ALIKE = 0.5
/** So much of a shorter wording has to stand in the longer one for a split or a merger. */
const WITHIN = 0.5

export function compareEditions(before: Catalogue, after: Catalogue): Change[] {
  const olds = placedItems(before)
  const news = placedItems(after)
  const matched = matchItems(olds, news)
  const oldOf = new Map([...matched].map(([one, other]) => [other, one]))
  // What stands unchanged has neither lost a piece nor taken one in.
  const changed = (old: Placed | undefined, next: Placed | undefined) =>
    !old || !next || asks(old.item) !== asks(next.item)
  const splits = gather(
    news.filter((one) => !oldOf.has(one)),
    olds.filter((old) => changed(old, matched.get(old))),
  )
  const mergers = gather(
    olds.filter((one) => !matched.has(one)),
    news.filter((one) => changed(oldOf.get(one), one)),
  )
  const id = ({ item }: Placed) => item.id
  const told = new Set<Placed>()
  const changes: Change[] = []
  const tell = (change: Change['change'], from: readonly Placed[], to: readonly Placed[]) => {
    for (const one of [...from, ...to]) told.add(one)
    changes.push({ change, old: from.map(id), new: to.map(id) })
  }
  for (const [old, pieces] of splits) {
    const first = matched.get(old)
    if ([old, ...pieces, ...(first ? [first] : [])].some((one) => told.has(one))) continue
    const all = news.filter((one) => one === first || pieces.includes(one))
    if (all.length > 1) tell('split', [old], all)
  }
  for (const [one, pieces] of mergers) {
    const first = oldOf.get(one)
    if ([one, ...pieces, ...(first ? [first] : [])].some((each) => told.has(each))) continue
    const all = olds.filter((each) => each === first || pieces.includes(each))
    if (all.length > 1) tell('merged', all, [one])
  }
  for (const old of olds) {
    const next = matched.get(old)
    if (told.has(old)) continue
    if (next && !told.has(next)) tell(changeOf(old, next), [old], [next])
    else tell('gone', [old], [])
  }
  for (const one of news) if (!told.has(one)) tell('new', [], [one])
  return inOrder(changes, olds, news)
}

/** One old item to one new: first by id, then the likest first. */
function matchItems(olds: readonly Placed[], news: readonly Placed[]): Map<Placed, Placed> {
  const matched = new Map<Placed, Placed>()
  const taken = new Set<Placed>()
  const byId = new Map(news.map((one) => [one.item.id, one]))
  for (const old of olds) {
    const next = byId.get(old.item.id)
    if (next) {
      matched.set(old, next)
      taken.add(next)
    }
  }
  const free = olds.filter((old) => !matched.has(old))
  const pairs = free
    .flatMap((old) => news.filter((one) => !taken.has(one)).map((one) => ({ old, one, score: scoreOf(old, one) })))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score)
  for (const { old, one } of pairs)
    if (!matched.has(old) && !taken.has(one)) {
      matched.set(old, one)
      taken.add(one)
    }
  return matched
}

const wording = ({ title, evidence }: Item): string => `${title}/${evidence}`
const scoreOf = (one: Placed, other: Placed): number =>
  likeness(pairsOf(wording(one.item)), pairsOf(wording(other.item)))

/** Each left-over piece to the whole that holds most of its wording. */
function gather(pieces: readonly Placed[], wholes: readonly Placed[]): Map<Placed, Placed[]> {
  const gathered = new Map<Placed, Placed[]>()
  for (const piece of pieces) {
    const words = pairsOf(wording(piece.item))
    const held = wholes.map((whole) => ({ whole, share: containment(words, pairsOf(wording(whole.item))) }))
    const [best] = held.sort((a, b) => b.share - a.share)
    if (best && best.share >= WITHIN) gathered.set(best.whole, [...(gathered.get(best.whole) ?? []), piece])
  }
  return gathered
}

/** Its id and number are no part of what an item asks. */
const asks = ({ id, number, ...content }: Item): string => canonicalJson(content)

function changeOf(old: Placed, next: Placed): Change['change'] {
  if (asks(old.item) !== asks(next.item)) return 'reworded'
  const place = ({ part, group }: Placed) => group?.id ?? part.id
  return place(old) === place(next) ? 'same' : 'moved'
}

/** By the old edition's order; what is new, where the new edition has it. */
function inOrder(changes: readonly Change[], olds: readonly Placed[], news: readonly Placed[]): Change[] {
  const oldAt = new Map(olds.map(({ item }, index) => [item.id, index]))
  const newAt = new Map(news.map(({ item }, index) => [item.id, index]))
  const at = ({ old, new: to }: Change) => oldAt.get(old[0] ?? '') ?? olds.length + (newAt.get(to[0] ?? '') ?? 0)
  return [...changes].sort((a, b) => at(a) - at(b))
}
