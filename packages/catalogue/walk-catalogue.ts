import { type Catalogue, type Group, type Item, type Part, wordOf } from './catalogue.ts'

/** An item and where it stands. */
export type Placed = { readonly item: Item; readonly part: Part; readonly group?: Group }

/** All items in the document's order. */
export const placedItems = ({ parts }: Catalogue): Placed[] =>
  parts.flatMap((part) => [
    ...(part.items ?? []).map((item) => ({ item, part })),
    ...(part.groups ?? []).flatMap((group) => group.items.map((item) => ({ item, part, group }))),
  ])

export const itemsOf = (catalogue: Catalogue): Item[] => placedItems(catalogue).map(({ item }) => item)

/** Whom an item gives work to: a lead with those responsible under it, or several jointly (done when all have reported). */
export function dutyOf({ lead, responsible }: Item): 'led' | 'joint' | 'sole' | 'nobody' {
  if (lead) return 'led'
  if (!responsible) return 'nobody'
  return responsible.length > 1 ? 'joint' : 'sole'
}

/** Where the document says it: 株县发〔2017〕4号 三（一）1 第8项. */
export function sourceOf({ document }: Catalogue, { item, part, group }: Placed): string {
  const place = [document.part, `${part.number}${group?.number ?? ''}`]
  const number = item.number === undefined ? [] : [`第${item.number}项`]
  return [document.number ? wordOf(document.number) : `《${document.title}》`, ...place, ...number]
    .filter(Boolean)
    .join(' ')
}

/** What states it: 《…通知》（泗政办秘〔2018〕22号）附件1. */
export const saidDocument = ({ document: { title, number, part } }: Catalogue): string =>
  `《${title}》${number ? `（${wordOf(number)}）` : ''}${part ?? ''}`
