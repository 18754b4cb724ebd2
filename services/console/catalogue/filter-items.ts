/** Which items of a catalogue somebody wants to see. */
import type { Catalogue, Item, ItemKind } from '#catalogue/catalogue.ts'
import { type Placed, placedItems } from '#catalogue/walk-catalogue.ts'
import { factsOf, namesOf } from '#catalogue/words/say-facts.ts'
import { isFound } from '#typed/names.ts'
import { isBlank } from '#typed/unseen.ts'

export const THRESHOLDS = { any: '有量化要求', none: '没有量化要求' } as const
export const DEADLINES = {
  dated: '有时限',
  recurring: '按周期',
  default: '未写明，按文件总期限',
  none: '没有期限',
} as const

export type Filter = {
  /** Words, each of which has to occur somewhere in the item. */
  readonly text: string
  readonly kinds: readonly ItemKind[]
  /** An organ's id, in whatever part. */
  readonly organ?: string | undefined
  /** `any`, `none`, or the unit that is counted: %, 次 … */
  readonly threshold?: string | undefined
  readonly deadline?: keyof typeof DEADLINES | undefined
}
export const EVERYTHING: Filter = { text: '', kinds: [] }

export const isFiltered = ({ text, kinds, organ, threshold, deadline }: Filter): boolean =>
  !isBlank(text) || kinds.length > 0 || [organ, threshold, deadline].some((one) => one !== undefined)

export const filterItems = (catalogue: Catalogue, filter: Filter): Placed[] =>
  placedItems(catalogue).filter((placed) => isWanted(catalogue, placed, filter))

function isWanted(catalogue: Catalogue, placed: Placed, { text, kinds, organ, threshold, deadline }: Filter): boolean {
  const { item } = placed
  if (kinds.length > 0 && !kinds.includes(item.kind)) return false
  if (organ !== undefined && !organsOf(item).has(organ)) return false
  if (threshold !== undefined && !thresholdsOf(item).includes(threshold)) return false
  if (deadline !== undefined && !deadlinesOf(item, catalogue).includes(deadline)) return false
  return isFound(wordsOf(placed, catalogue), text)
}

/** Everybody an item or one of its facts names. */
export function organsOf(item: Item): ReadonlySet<string> {
  const bound = [...(item.thresholds ?? []), ...(item.deadlines ?? []), ...(item.recurrences ?? [])]
  return new Set(
    [
      item.lead,
      item.responsible,
      item.assisting,
      item.reviewing,
      item.suppliedBy,
      ...bound.map(({ organs }) => organs),
    ].flatMap((ids) => ids ?? []),
  )
}

export const thresholdsOf = ({ thresholds }: Item): string[] =>
  thresholds ? ['any', ...thresholds.map(({ unit }) => unit)] : ['none']

export function deadlinesOf(item: Item, { due }: Pick<Catalogue, 'due'>): (keyof typeof DEADLINES)[] {
  if (!item.deadlines && !item.recurrences) return [due === undefined ? 'none' : 'default']
  return [...(item.deadlines ? ['dated' as const] : []), ...(item.recurrences ? ['recurring' as const] : [])]
}

function wordsOf({ item, part, group }: Placed, catalogue: Catalogue): string {
  const words = [item.id, item.title, item.evidence, item.note, part.title, group?.title]
  return [...words, ...factsOf(item, catalogue), ...namesOf([...organsOf(item)], catalogue)].join('\n')
}
