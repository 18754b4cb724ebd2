import type { Catalogue, Item } from './catalogue.ts'

/** A part, group or item, with where it lies in the pack. */
export type Branch = {
  readonly id: string
  readonly path: readonly PropertyKey[]
  readonly weight?: number | undefined
  readonly children: readonly Branch[]
  readonly item?: Item
}

/** Every part, group and item, each before what is in it. */
export function branchesOf({ parts }: Catalogue): Branch[] {
  return parts.flatMap((part, index) => {
    const path = ['parts', index]
    const groups = (part.groups ?? []).map(({ id, weight, items }, at) => {
      const children = leaves(items, [...path, 'groups', at])
      return { id, path: [...path, 'groups', at], weight, children }
    })
    const items = leaves(part.items ?? [], path)
    const children = [...items, ...groups]
    return [
      { id: part.id, path, weight: part.weight, children },
      ...items,
      ...groups.flatMap((group) => [group, ...group.children]),
    ]
  })
}

const leaves = (items: readonly Item[], above: readonly PropertyKey[]): Branch[] =>
  items.map((item, index) => ({
    id: item.id,
    path: [...above, 'items', index],
    weight: item.weight,
    children: [],
    item,
  }))
