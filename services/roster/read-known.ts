import type { RosterBody } from '#contracts/roster.ts'
import { type Ledger, type Read, readStream } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import { type Login, type LoginEvent, loginKind, loginStream } from '#roster/login.ts'
import { isIdentifiedBy, type Person, type PersonEvent, personKind, personStream } from '#roster/person.ts'
import { type Unit, type UnitEvent, unitKind, unitStream } from '#roster/unit.ts'
import { LISTS } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import { nameKey } from '#typed/names.ts'
import { someAtOnce } from './some-at-once.ts'

export type Deps = {
  readonly ledger: Ledger
  readonly rows: Rows
  readonly persons: Persons
  readonly issuer: string
}

/** What the county has of everything that some lines name, each read once. */
export type Known = {
  readonly units: ReadonlyMap<string, Read<UnitEvent, Unit>>
  readonly people: ReadonlyMap<string, Read<PersonEvent, Person>>
  /** By subject. */
  readonly logins: ReadonlyMap<string, Read<LoginEvent, Login> & { readonly stream: string }>
  /** By person. */
  readonly names: ReadonlyMap<string, string>
}

export async function readKnown({ ledger, rows, persons, issuer }: Deps, body: RosterBody): Promise<Known> {
  const { units, people, appointments } = body
  const logins = new Map(
    await someAtOnce([...new Set(people.flatMap(({ login }) => login ?? []))], async (login) => {
      const stream = loginStream(issuer, login)
      return [login, { ...(await readStream(ledger, loginKind, stream)), stream }] as const
    }),
  )
  const holders = [...logins.values()].flatMap(({ state }) => state.person ?? [])
  const ids = new Set([...[...people, ...appointments].map(({ person }) => person), ...holders])
  const found = new Map(
    await someAtOnce([...ids], async (id) => [id, await readStream(ledger, personKind, personStream(id))] as const),
  )
  const named = [...found].flatMap(([id, { state }]) => (state.personal ? [[id, state.personal.id] as const] : []))
  const names = named.length > 0 ? await persons.names(named.map(([, personal]) => personal)) : new Map()
  const unitIds = [
    ...units.flatMap(({ unit, parent }) => (parent ? [unit, parent] : [unit])),
    ...appointments.flatMap(({ unit }) => unit ?? []),
    ...(units.length > 0 ? await namesakes(rows, units) : []),
  ]
  return {
    units: await readUnits(ledger, unitIds),
    people: found,
    logins,
    names: new Map(named.flatMap(([id, personal]) => (names.has(personal) ? [[id, names.get(personal)]] : []))),
  }
}

/** The units, and all above them. */
async function readUnits(ledger: Ledger, ids: readonly string[]): Promise<Known['units']> {
  const found = new Map<string, Read<UnitEvent, Unit>>()
  for (let wanted = new Set(ids); wanted.size > 0; ) {
    for (const [id, read] of await someAtOnce(
      [...wanted],
      async (one) => [one, await readStream(ledger, unitKind, unitStream(one))] as const,
    ))
      found.set(id, read)
    wanted = new Set([...wanted].flatMap((id) => found.get(id)?.state.parent ?? []).filter((id) => !found.has(id)))
  }
  return found
}

/** Units that may have one of the names already. Rows lag, so it is their streams that say whether they have. */
async function namesakes(rows: Rows, units: RosterBody['units']): Promise<string[]> {
  const keys = new Set(units.map(({ name }) => nameKey(name)))
  const all = await rowsOf(rows, 'unit', LISTS.units)
  return all.flatMap(({ unit, name }) => (keys.has(nameKey(name)) ? [unit] : []))
}

/** @throws Error for what no line has named */
export function readIn<Value>(read: ReadonlyMap<string, Value>, key: string): Value {
  const found = read.get(key)
  if (found === undefined) throw new Error(`${key} was not read of the roster`)
  return found
}

/** Whose a login is; nobody's once they have another one. */
export function holderOf({ logins, people }: Known, login: string): string | undefined {
  const { state, stream } = readIn(logins, login)
  return state.person && isIdentifiedBy(readIn(people, state.person).state, stream) ? state.person : undefined
}
