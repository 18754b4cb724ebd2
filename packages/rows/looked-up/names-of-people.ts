import { type Ledger, readStream } from '#ledger/ledger.ts'
import { ERASED, type Persons } from '#persons/persons.ts'
import { personKind, personStream } from '#roster/person.ts'
import { type Known, knownAs, NOTHING_KNOWN } from '../known.ts'
import type { Rows } from '../rows.ts'

type Deps = {
  readonly ledger: Ledger
  readonly persons: Pick<Persons, 'names'>
  /** Where it is left out, everybody whose row is not known is read by a stream of their own. */
  readonly rows?: Pick<Rows, 'many'>
}

/** The names of people, all asked for at once, rows that are not known yet too; the id of whom the roster does not know. */
export async function namesOfPeople(
  { ledger, persons, rows }: Deps,
  people: readonly string[],
  known: Known,
): Promise<(person: string) => string> {
  const streams = [...new Set(people)].map(personStream).filter((stream) => !known.has(stream))
  const others = rows && streams.length > 0 ? await rows.many(streams) : NOTHING_KNOWN
  const personal = new Map(
    await Promise.all(
      [...new Set(people)].map(async (id) => {
        const stream = personStream(id)
        const row = knownAs(known, 'person', stream) ?? knownAs(others, 'person', stream)
        return [id, row?.personal ?? (await readStream(ledger, personKind, stream)).state.personal?.id] as const
      }),
    ),
  )
  const wanted = [...personal.values()].flatMap((id) => id ?? [])
  const names = wanted.length > 0 ? await persons.names(wanted) : new Map<string, string>()
  return (id) => {
    const of = personal.get(id)
    return of === undefined ? id : (names.get(of) ?? ERASED)
  }
}
