import { type Ledger, readStream } from '#ledger/ledger.ts'
import { ERASED, type Persons } from '#persons/persons.ts'
import { personKind, personStream } from '#roster/person.ts'

type Deps = { readonly ledger: Ledger; readonly persons: Pick<Persons, 'names'> }

/** The names of whoever acted for the office; the id of whom the roster does not know. */
export async function namesOf({ ledger, persons }: Deps, people: readonly string[]): Promise<(id: string) => string> {
  const personal = new Map(
    await Promise.all(
      [...new Set(people)].map(
        async (id) => [id, (await readStream(ledger, personKind, personStream(id))).state.personal?.id] as const,
      ),
    ),
  )
  const wanted = [...personal.values()].flatMap((id) => id ?? [])
  const names = wanted.length > 0 ? await persons.names(wanted) : new Map<string, string>()
  return (id) => {
    const of = personal.get(id)
    return of === undefined ? id : (names.get(of) ?? ERASED)
  }
}
