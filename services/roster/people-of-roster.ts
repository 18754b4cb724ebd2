/** Everybody of the roster as rows have them, and what they are called. */
import { ERASED, type Persons } from '#persons/persons.ts'
import type { PersonRow } from '#rows/person-row.ts'
import { LISTS } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import { FIRST_ADMINISTRATOR } from './first-administrator.ts'

export const saidFirst = '部署时指定的首任管理员'

export async function peopleOfRoster(rows: Rows): Promise<readonly PersonRow[]> {
  const lists = await Promise.all(
    [LISTS.people, LISTS.changing, LISTS.administrators].map((list) => rowsOf(rows, 'person', list)),
  )
  return lists.flat().toSorted((a, b) => a.person.localeCompare(b.person))
}

/** Person id → name, of the roster and of whoever stood in for it. */
export async function namesOf(
  persons: Pick<Persons, 'names'>,
  people: readonly PersonRow[],
): Promise<(person: string) => string> {
  const kept = new Map(people.flatMap(({ person, personal }) => (personal ? [[person, personal] as const] : [])))
  const names = await calledIn(persons, kept.values())
  return (person) => {
    if (person === FIRST_ADMINISTRATOR) return saidFirst
    const id = kept.get(person)
    return id === undefined ? person : names(id)
  }
}

/** Id in `persons` → what is called so. */
export async function calledIn(
  persons: Pick<Persons, 'names'>,
  ids: Iterable<string>,
): Promise<(id: string) => string> {
  const all = [...new Set(ids)]
  const names = all.length > 0 ? await persons.names(all) : new Map<string, string>()
  return (id) => names.get(id) ?? ERASED
}
