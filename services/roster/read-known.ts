import type { RosterBody } from '#contracts/roster.ts'
import { type Ledger, type Read, readStream } from '#ledger/ledger.ts'
import { BLOCKED, ERASED, type Persons } from '#persons/persons.ts'
import { type Login, type LoginEvent, loginKind, loginStream } from '#roster/login.ts'
import { findHolder, type Holder } from '#roster/login-holder.ts'
import { loginKey } from '#roster/login-name.ts'
import { type Person, type PersonEvent, personKind, personStream } from '#roster/person.ts'
import { type Unit, type UnitEvent, unitKind, unitStream } from '#roster/unit.ts'
import { LISTS } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import { likenessOf, mayBeSameUnit } from '#typed/unit/same-unit.ts'
import { isOfKeeper, type Keeping, keepersAt, readKeeping } from './keeping.ts'
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
  /** By subject. `alike`: whose one is that nobody has given to anybody, but for its capitals. */
  readonly logins: ReadonlyMap<
    string,
    Read<LoginEvent, Login> & {
      readonly stream: string
      readonly holder: Holder | undefined
      readonly alike: Holder | undefined
    }
  >
  /** By person. */
  readonly names: ReadonlyMap<string, string>
  /** Rows of what logins were called that were erased, by id. */
  readonly nameless: ReadonlySet<string>
  /** Telephone numbers that are kept of people whose lines change something of it or of the name, by person. */
  readonly phones: ReadonlyMap<string, string>
  /** Whoever ever kept the roster, by person, as far as they can be counted on; read where a line is about such a right. */
  readonly keepers: ReadonlyMap<string, Person>
}

/** @param asked `by`: who looks: reading telephone numbers is logged; `founding`: as the founding was looked at */
export async function readKnown(
  { ledger, rows, persons, issuer }: Deps,
  body: RosterBody,
  {
    by,
    received,
    founding,
  }: { readonly by: string; readonly received: string; readonly founding?: Keeping | undefined },
): Promise<Known> {
  const { people, appointments } = body
  const reading = new Map<string, Promise<Read<PersonEvent, Person>>>()
  const personOf = (id: string) => {
    const read = reading.get(id) ?? readStream(ledger, personKind, personStream(id))
    reading.set(id, read)
    return read
  }
  const stateOf = async (id: string) => (await personOf(id)).state
  const readLogin = async (login: string) => {
    const stream = loginStream(issuer, login)
    const read = await readStream(ledger, loginKind, stream)
    return { ...read, stream, holder: await findHolder(stream, read.state, stateOf) }
  }
  const logins = new Map(
    await someAtOnce([...new Set(people.flatMap(({ login }) => login ?? []))], async (login) => {
      const [read, plain] = await Promise.all([
        readLogin(login),
        login === loginKey(login) ? undefined : readLogin(loginKey(login)),
      ])
      return [login, { ...read, alike: read.holder ? undefined : plain?.holder }] as const
    }),
  )
  const holders = [...logins.values()].flatMap(({ holder, alike }) => (holder ?? alike)?.person ?? [])
  const ids = new Set([...[...people, ...appointments].map(({ person }) => person), ...holders])
  const found = new Map(await someAtOnce([...ids], async (id) => [id, await personOf(id)] as const))
  const { names, nameless } = await namesOf(persons, found, { ids: [...ids], body })
  return {
    ...{ people: found, logins, names, nameless },
    units: await readUnits({ ledger, rows }, body),
    phones: await phonesOf(persons, { people: found, names }, body, by),
    keepers: body.appointments.some(isOfKeeper)
      ? await keepersAt({ ledger, rows }, founding ?? (await readKeeping(ledger)), received, { given: found })
      : new Map(),
  }
}

/** Only of those whose line says something of it, or has another name, which is kept together with it. */
async function phonesOf(
  persons: Persons,
  { people, names }: Pick<Known, 'people' | 'names'>,
  body: RosterBody,
  by: string,
): Promise<Known['phones']> {
  const kept = body.people.flatMap(({ person, name, phone }) => {
    const { personal } = readIn(people, person).state
    const before = names.get(person)
    const isAsked = before !== BLOCKED && (phone !== undefined || before !== name)
    return personal && isAsked ? [[person, personal.id] as const] : []
  })
  const why = { purpose: '登记人员时核对是否有变动', by }
  const read = await someAtOnce(kept, async ([person, id]) => [person, (await persons.read(id, why))?.phone] as const)
  return new Map(read.flatMap(([person, phone]) => (phone ? [[person, phone]] : [])))
}

/** Of people, and of the logins of those whose lines name one: they are asked for together. */
async function namesOf(
  persons: Persons,
  people: Known['people'],
  { ids, body }: { readonly ids: readonly string[]; readonly body: RosterBody },
): Promise<Pick<Known, 'names' | 'nameless'>> {
  const kept = ids.flatMap((id) => {
    const { personal } = readIn(people, id).state
    return personal ? [[id, personal.id] as const] : []
  })
  const named = body.people.flatMap(({ person, login }) =>
    login === undefined ? [] : (readIn(people, person).state.named?.id ?? []),
  )
  const wanted = [...new Set([...kept.map(([, personal]) => personal), ...named])]
  const names = wanted.length === 0 ? new Map<string, string>() : await persons.names(wanted)
  const nameOf = (id: string) => names.get(id) ?? ERASED
  return {
    names: new Map(kept.map(([id, personal]) => [id, nameOf(personal)])),
    nameless: new Set(named.filter((id) => nameOf(id) === ERASED)),
  }
}

/** The units; of those that are registered all above them, and others that may have their names. */
async function readUnits(
  { ledger, rows }: Pick<Deps, 'ledger' | 'rows'>,
  { units, appointments }: RosterBody,
): Promise<Known['units']> {
  const found = new Map<string, Read<UnitEvent, Unit>>()
  const read = async (ids: readonly string[]) => {
    const fresh = [...new Set(ids)].filter((id) => !found.has(id))
    await someAtOnce(fresh, async (id) => found.set(id, await readStream(ledger, unitKind, unitStream(id))))
    return fresh
  }
  await read(appointments.flatMap(({ unit }) => unit ?? []))
  let level = await read(units.flatMap(({ unit, parent }) => (parent ? [unit, parent] : [unit])))
  while (level.length > 0) level = await read(level.flatMap((id) => readIn(found, id).state.parent ?? []))
  const newNames = units.filter(({ unit, name }) => readIn(found, unit).state.name !== name)
  if (newNames.length > 0) await read(await namesakes(rows, newNames))
  return found
}

/** Units that may have one of the names already, or are called alike. Rows lag, so it is their streams that say whether they have. */
async function namesakes(rows: Rows, units: RosterBody['units']): Promise<string[]> {
  const given = units.map(({ name }) => likenessOf(name))
  const all = await rowsOf(rows, 'unit', LISTS.units)
  return all.flatMap(({ unit, name }) => {
    const like = likenessOf(name)
    return given.some((one) => mayBeSameUnit(one, like)) ? [unit] : []
  })
}

/** @throws Error for what no line has named */
export function readIn<Value>(read: ReadonlyMap<string, Value>, key: string): Value {
  const found = read.get(key)
  if (found === undefined) throw new Error(`${key} was not read of the roster`)
  return found
}

/** Whose a login is; nobody's once they have another one. */
export function holderOf({ logins }: Known, login: string): string | undefined {
  const { holder } = readIn(logins, login)
  return holder?.ended ? undefined : holder?.person
}

/** Whose a login is that differs in its capitals only from one that nobody has. */
export function holderOfAlike({ logins }: Known, login: string): string | undefined {
  const { alike } = readIn(logins, login)
  return alike?.ended ? undefined : alike?.person
}

/** Whether a login is theirs, and what it is called was erased: whoever comes back after years is called by it again. */
export const lacksName = ({ login, named }: Person, stream: string, { nameless }: Pick<Known, 'nameless'>): boolean =>
  login === stream && named !== undefined && nameless.has(named.id)
