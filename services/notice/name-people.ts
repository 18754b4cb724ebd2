import { Overtaken } from '#ledger/by-two.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { ERASED, type Persons } from '#persons/persons.ts'
import { personKind, personStream } from '#roster/person.ts'
import { type Known, knownAs } from '#rows/known.ts'
import { DecidedBefore } from '#steps/notice/objection.ts'

type Deps = { readonly ledger: Ledger; readonly persons: Pick<Persons, 'names'> }

/** The names of whoever acted for the office, all asked for at once; the id of whom the roster does not know. */
export async function namesOfPeople(
  { ledger, persons }: Deps,
  people: readonly string[],
  known: Known,
): Promise<(person: string) => string> {
  const personal = new Map(
    await Promise.all(
      [...new Set(people)].map(async (id) => {
        const stream = personStream(id)
        const row = knownAs(known, 'person', stream)
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

/** Does it; where somebody else has prepared or decided meanwhile, the refusal says who. */
export async function namingOthers<T>(
  { known, ...deps }: Deps & { known: Known },
  doing: () => Promise<T>,
): Promise<T> {
  try {
    return await doing()
  } catch (error) {
    if (!(error instanceof Overtaken || error instanceof DecidedBefore)) throw error
    const named = await namesOfPeople(deps, [error.by], known)
    throw error.named(named(error.by))
  }
}
