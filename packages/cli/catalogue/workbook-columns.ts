import type { Catalogue } from '#catalogue/catalogue.ts'
import { type Placed, placedItems } from '#catalogue/walk-catalogue.ts'
import { factsOf, sayOrgans } from '#catalogue/words/say-facts.ts'
import { ITEM_KINDS, METHODS } from '#catalogue/words/words.ts'
import { UNIT_KINDS } from '#roster/unit.ts'

export type Column = {
  readonly head: string
  /** In characters, of which a Chinese one takes two. */
  readonly width: number
  readonly centred: boolean
  readonly values: readonly (string | number)[]
  /** Where neighbouring rows are merged: whose value each row shows. */
  readonly owners?: readonly string[]
}
type Template = Omit<Column, 'values' | 'owners'> & {
  readonly value: (placed: Placed) => string | number
  readonly owner?: (placed: Placed) => string
}

/** The columns in which this catalogue says anything. */
export function columnsOf(catalogue: Catalogue): Column[] {
  const placed = placedItems(catalogue)
  return templates(catalogue)
    .map(({ value, owner, ...column }) => ({
      ...column,
      values: placed.map(value),
      ...(owner && { owners: placed.map(owner) }),
    }))
    .filter(({ values }) => values.some((one) => one !== ''))
}

function templates(catalogue: Catalogue): Template[] {
  const names = (ids: readonly string[] | undefined) => sayOrgans(ids, catalogue)
  return [
    {
      head: '部分',
      width: 14,
      centred: true,
      value: ({ part }) => `${part.number}\n${part.title}`,
      owner: ({ part }) => part.id,
    },
    {
      head: '组',
      width: 16,
      centred: true,
      value: ({ group }) => (group ? `${group.number}\n${group.title}` : ''),
      owner: ({ part, group }) => group?.id ?? part.id,
    },
    { head: '编号', width: 7, centred: true, value: ({ item }) => item.number ?? '' },
    { head: '应当看到', width: 34, centred: false, value: ({ item }) => item.title },
    { head: '类别', width: 10, centred: true, value: ({ item }) => ITEM_KINDS[item.kind] },
    { head: '建议佐证', width: 34, centred: false, value: ({ item }) => item.evidence },
    { head: '数量、时限和周期', width: 32, centred: false, value: ({ item }) => factsOf(item, catalogue).join('\n') },
    { head: '牵头单位', width: 20, centred: false, value: ({ item }) => names(item.lead) },
    { head: '责任单位', width: 26, centred: false, value: ({ item }) => names(item.responsible) },
    { head: '权重', width: 7, centred: true, value: ({ item }) => item.weight ?? '' },
    {
      head: '建议考核方式',
      width: 18,
      centred: false,
      value: ({ item }) => (item.methods ?? []).map((method) => METHODS[method]).join('、'),
    },
    {
      head: '说明',
      width: 26,
      centred: false,
      // Columns that a row in fifty fills would only make the print smaller.
      value: ({ item }) =>
        [
          item.assisting && `配合：${names(item.assisting)}`,
          item.reviewing && `审查监督：${names(item.reviewing)}`,
          item.suppliedBy && `结果由${names(item.suppliedBy)}提供`,
          item.appliesTo && `适用：${item.appliesTo.map((kind) => UNIT_KINDS[kind]).join('、')}`,
          item.note,
        ]
          .filter(Boolean)
          .join('\n'),
    },
  ]
}
