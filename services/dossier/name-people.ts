import { readStream } from '#ledger/ledger.ts'
import { ERASED } from '#persons/persons.ts'
import { personKind, personStream } from '#roster/person.ts'
import { type Known, knownAs } from '#rows/known.ts'
import type { DossierDeps } from './dossier-deps.ts'

/** The name of one person of the roster; their id where the roster does not know them. */
export async function nameOf(
  { ledger, persons }: Pick<DossierDeps, 'ledger' | 'persons'>,
  person: string,
  known: Known,
): Promise<string> {
  const stream = personStream(person)
  const personal =
    knownAs(known, 'person', stream)?.personal ?? (await readStream(ledger, personKind, stream)).state.personal?.id
  if (personal === undefined) return person
  return (await persons.names([personal])).get(personal) ?? ERASED
}
