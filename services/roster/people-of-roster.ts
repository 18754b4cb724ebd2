/** Everybody of the roster as rows have them, and what they are called. */
import { ERASED, type Persons } from '#persons/persons.ts'
import type { PersonRow } from '#rows/person-row.ts'
import { LISTS, type UnitRow } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import { FIRST_ADMINISTRATOR } from './first-administrator.ts'

export const saidFirst = '部署时指定的首任管理员'

export async function peopleOfRoster(rows: Rows): Promise<readonly PersonRow[]> {
  const lists = await Promise.all(
    [LISTS.people, LISTS.changing, LISTS.administrators].map((list) => rowsOf(rows, 'person', list)),
  )
  return lists.flat().toSorted((a, b) => a.person.localeCompare(b.person))
}

/** What somebody is called, today where no instant is asked for, else as they were called then. */
export type NameOf = (person: string, at?: string) => string

/** Person id → name, of the roster and of whoever stood in for it. */
export async function namesOf(persons: Pick<Persons, 'names'>, people: readonly PersonRow[]): Promise<NameOf> {
  const kept = new Map(people.map((row) => [row.person, row]))
  const names = await calledIn(persons, people.flatMap(idsOf))
  return (person, at) => {
    if (person === FIRST_ADMINISTRATOR) return saidFirst
    const row = kept.get(person)
    const id = row && idAt(row, at)
    return id === undefined ? person : names(id)
  }
}

const idsOf = ({ personal, names = [] }: PersonRow): string[] => [
  ...(personal ? [personal] : []),
  ...names.map((one) => one.personal),
]
/** Whoever is named of a time before they were registered has the first name that they were registered with. */
function idAt({ personal, names = [] }: PersonRow, at: string | undefined): string | undefined {
  if (at === undefined) return personal
  return (names.findLast((one) => one.at <= at) ?? names[0])?.personal ?? personal
}

/** A unit's name at an instant; the first one before it had any. */
export const unitNameAt = ({ name, names }: UnitRow, at: string): string =>
  (names.findLast((one) => one.at <= at) ?? names[0])?.name ?? name

/** Id in `persons` → what is called so. */
export async function calledIn(
  persons: Pick<Persons, 'names'>,
  ids: Iterable<string>,
): Promise<(id: string) => string> {
  const all = [...new Set(ids)]
  const names = all.length > 0 ? await persons.names(all) : new Map<string, string>()
  return (id) => names.get(id) ?? ERASED
}
