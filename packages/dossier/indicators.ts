/** What a standard asks a unit to assess itself by: its items but for the vetoes, which others raise. */
import type { Catalogue } from '#catalogue/catalogue.ts'
import { type Placed, placedItems } from '#catalogue/walk-catalogue.ts'

export const indicatorsOf = (standard: Catalogue): readonly Placed[] =>
  placedItems(standard).filter(({ item }) => item.kind !== 'veto')

/** 一（一）第7项 */
export const placeOf = ({ item, part, group }: Placed): string =>
  `${part.number}${group?.number ?? ''}${item.number === undefined ? '' : `第${item.number}项`}`
