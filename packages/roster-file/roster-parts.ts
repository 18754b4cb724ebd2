/** A roster in parts, each of which one request checks or writes. */
import type { RefusedLine, RosterBody } from '#contracts/roster.ts'
import { KEEPERS } from '#procedure/appointments.ts'
import { generationOf } from '#roster/unit.ts'
import type { Roster } from './read-roster.ts'

/** Lines of one request: what a function does well within its ten seconds, on a busy laptop too. */
const AT_ONCE = 40
/** How many requests are under way at once: a function over HTTP has two environments. */
const LANES = 2

/** Some of a roster's lines. */
export type Part = { readonly [List in keyof Roster]: Roster[List][number][] }

export const LISTS = ['units', 'people', 'appointments'] as const satisfies readonly (keyof Roster)[]
export const bodyOf = ({ units, people, appointments }: Part): RosterBody => ({
  units: units.map(({ body }) => body),
  people: people.map(({ body }) => body),
  appointments: appointments.map(({ body }) => body),
})
/** Where in the file a line of a request stands. */
export const lineOf = (part: Part, { list, at }: Pick<RefusedLine, 'list' | 'at'>): number => part[list][at]?.line ?? 0
export const firstLineOf = (part: Part): number =>
  Math.min(...LISTS.flatMap((list) => part[list].map(({ line }) => line)))

/** Takes parts in turn, some at once, until `act` says that it is enough or fails. */
export async function inLanes(parts: readonly Part[], act: (part: Part) => Promise<'on' | 'enough'>): Promise<void> {
  const left = [...parts]
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift())
      try {
        if ((await act(next)) === 'enough') left.length = 0
      } catch (error) {
        left.length = 0
        throw error
      }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

/**
 * All units, then people, each with what they are appointed to and the units of the file that this names. Those who keep
 * the roster stand together: whether somebody is the last one depends on the others.
 */
export function partsToCheck(roster: Roster): Part[] {
  const units = new Map(roster.units.map((line) => [line.body.unit, line]))
  const [keeping, others] = [byPerson(roster).filter(keepsRoster), byPerson(roster).filter((one) => !keepsRoster(one))]
  const people = [...inParts(others), ...(keeping.length > 0 ? [keeping.reduce(joined)] : [])].map((part) => {
    const named = new Set(part.appointments.flatMap(({ body }) => body.unit ?? []))
    return { ...part, units: [...named].flatMap((unit) => units.get(unit) ?? []) }
  })
  return roster.units.length > 0 ? [{ ...NOTHING, units: roster.units }, ...people] : people
}
const keepsRoster = ({ appointments }: Part): boolean =>
  appointments.some(({ body }) => KEEPERS.includes(body.appointment))

/**
 * The parts of an inner list may be sent at once; the lists one after another. The first administrator's own right ends
 * with the appointment of those who keep the roster from then on.
 */
export function partsToWrite(roster: Roster): Part[][] {
  const generations = byGeneration(roster.units).map((units) =>
    inParts(units.map((one) => ({ ...NOTHING, units: [one] }))),
  )
  const [last, others] = [byPerson(roster).filter(keepsRoster), byPerson(roster).filter((part) => !keepsRoster(part))]
  return [...generations, inParts(others), ...(last.length > 0 ? [[last.reduce(joined)]] : [])]
}

const NOTHING: Part = { units: [], people: [], appointments: [] }

/** Those of one unit beside each other, so that a request reads few units. */
function byPerson({ people, appointments }: Roster): Part[] {
  const held = grouped(appointments, ({ body }) => body.person)
  const lines = grouped(people, ({ body }) => body.person)
  const unitOf = (part: Part) => part.appointments.find(({ body }) => body.unit)?.body.unit ?? ''
  const parts = [...new Set([...lines.keys(), ...held.keys()])].map(
    (person): Part => ({ units: [], people: lines.get(person) ?? [], appointments: held.get(person) ?? [] }),
  )
  return [...grouped(parts, unitOf).values()].flat()
}

/** As few parts as hold them; what stands together in one is never divided. */
function inParts(all: readonly Part[]): Part[] {
  const parts: Part[] = []
  for (const one of all) {
    const last = parts.at(-1)
    if (last && sizeOf(last) + sizeOf(one) <= AT_ONCE) parts[parts.length - 1] = joined(last, one)
    else parts.push(one)
  }
  return parts
}

/** As `Map.groupBy`, which browsers of offices do not have. */
function grouped<Item, Key>(all: readonly Item[], keyOf: (one: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

const joined = (one: Part, other: Part): Part => ({
  units: [...one.units, ...other.units],
  people: [...one.people, ...other.people],
  appointments: [...one.appointments, ...other.appointments],
})
const sizeOf = (part: Part): number => LISTS.reduce((sum, list) => sum + part[list].length, 0)

/** A unit is registered under one that is there; who stands under nobody of the file goes first. */
function byGeneration(units: Roster['units']): Roster['units'][] {
  const parents = new Map(units.map(({ body }) => [body.unit, body.parent]))
  const generations = grouped(units, ({ body }) => generationOf(body.unit, parents))
  return [...generations].sort(([a], [b]) => a - b).map(([, generation]) => generation)
}
