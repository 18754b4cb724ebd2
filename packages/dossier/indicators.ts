/** What a standard asks a unit to assess itself by: its items but for the vetoes, which others raise. */
import type { Catalogue } from '#catalogue/catalogue.ts'
import { type Placed, placedItems } from '#catalogue/walk-catalogue.ts'

export const indicatorsOf = (standard: Catalogue): readonly Placed[] =>
  placedItems(standard).filter(({ item }) => item.kind !== 'veto')

/** Indicators as a call freezes them as its gates, in the standard's order. */
export const gatesAmong = (standard: Catalogue, chosen: ReadonlySet<string>) =>
  indicatorsOf(standard)
    .filter(({ item }) => chosen.has(item.id))
    .map((one) => ({ id: one.item.id, place: placeOf(one), title: one.item.title }))

/** 一（一）第7项 */
export const placeOf = ({ item, part, group }: Placed): string =>
  `${part.number}${group?.number ?? ''}${item.number === undefined ? '' : `第${item.number}项`}`
