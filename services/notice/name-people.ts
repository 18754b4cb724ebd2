import { Overtaken } from '#ledger/by-two.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import type { Known } from '#rows/known.ts'
import { namesOfPeople } from '#rows/looked-up/names-of-people.ts'
import { DecidedBefore } from '#steps/notice/objection.ts'

type Deps = { readonly ledger: Ledger; readonly persons: Pick<Persons, 'names'> }

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
