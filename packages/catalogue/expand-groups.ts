import type { Catalogue, Organ } from './catalogue.ts'

/** The units under each group, by the group's organ id: of a group of all, the roster's; of those concerned, whom a person named. */
export type Groups = Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>>
/** `through`: the group that the document names instead. */
export type Expanded = { readonly id: string; readonly name: string; readonly through?: string }

/**
 * An item's organs one by one, each once, in the document's order.
 * `open` are the groups for which nobody is given: their duties cannot be handed out yet.
 */
export function expandGroups(
  ids: readonly string[],
  { organs }: Pick<Catalogue, 'organs'>,
  groups: Groups,
): { organs: Expanded[]; open: Organ[] } {
  const expanded = new Map<string, Expanded>()
  const open: Organ[] = []
  for (const id of ids) {
    const organ = organs.find((one) => one.id === id)
    if (!organ) throw new Error(`the catalogue has no organ ${id}`)
    const members = groups[id] ?? []
    if (!organ.group) expanded.set(id, expanded.get(id) ?? { id, name: organ.name })
    else if (members.length === 0) open.push(organ)
    else
      for (const { id: unit, name } of members)
        if (!expanded.has(unit)) expanded.set(unit, { id: unit, name, through: organ.name })
  }
  return { organs: [...expanded.values()], open }
}
