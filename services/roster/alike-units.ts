/** Units that lines bring as new ones and that may be others in other words. */
import type { RosterBody } from '#contracts/roster.ts'
import { isSameName } from '#typed/names.ts'
import { likenessOf, mayBeSameUnit } from '#typed/unit/same-unit.ts'
import { type Known, readIn } from './read-known.ts'

/** `here`: a line beside it, and not yet in the county. */
export type Alike = { readonly unit: string; readonly name: string; readonly here: boolean }

/** Of a line that gives a unit its name: which others may be that unit. What stands above or below it is none of them. */
export function alikeIn(units: RosterBody['units'], known: Known): (at: number) => readonly Alike[] {
  const ids = new Set(units.map(({ unit }) => unit))
  const lines = units.map(({ unit, name, parent }) => {
    const before = readIn(known.units, unit).state.name
    const isNew = before === undefined || !isSameName(before, name)
    return { unit, name, parent, isNew, here: true, like: likenessOf(name) }
  })
  const others = [...known.units].flatMap(
    ([
      unit,
      {
        state: { name, parent },
      },
    ]) => (name && !ids.has(unit) ? [{ unit, name, parent, isNew: false, here: false, like: likenessOf(name) }] : []),
  )
  return (at) => {
    const line = lines[at]
    if (!line?.isNew) return []
    const isOther = (other: typeof line) =>
      other.unit !== line.unit &&
      other.unit !== line.parent &&
      other.parent !== line.unit &&
      mayBeSameUnit(line.like, other.like)
    // Of two new lines the later one says it for both.
    return [...others, ...lines.filter((other, i) => i < at || !other.isNew)].filter(isOther)
  }
}
