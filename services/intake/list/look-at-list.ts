/** Everything that the page or a command of a list step needs beside its acts, read once and handed on. */
import { batchStream, type StandingCall } from '#batch/batch.ts'
import { caseStream } from '#case/case.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import { ownersFor } from '#evidence/file-owner.ts'
import { personStream } from '#roster/person.ts'
import { unitStream } from '#roster/unit.ts'
import { type Known, knownAs } from '#rows/known.ts'
import { readTerms } from '#rows/known-call.ts'
import type { CaseRow } from '#rows/row.ts'
import type { IntakeDeps } from '../intake-deps.ts'
import { namesOfOfficers } from '../name-people.ts'

export type LookedAtList = {
  readonly terms: StandingCall
  /** The batch's cases that have not ended. */
  readonly open: readonly CaseRow[]
  readonly known: Known
  readonly nameOf: (unit: string) => string
  /** The name of somebody of an organ. */
  readonly who: (person: string) => string
}
type Named = {
  readonly units: readonly string[]
  readonly people: readonly string[]
  /** Units whose cases in the batch are asked for, ended ones too. */
  readonly cases?: readonly string[]
  /** Digests of papers of meetings. */
  readonly files?: readonly string[]
}

/** @param named whoever and whatever the acts and the request name. @throws Refused when no such batch was called */
export async function lookAtList(
  deps: Pick<IntakeDeps, 'ledger' | 'rows' | 'persons'>,
  batch: string,
  open: readonly CaseRow[],
  { units, people, cases = [], files = [] }: Named,
): Promise<LookedAtList> {
  const known = await deps.rows.many([
    batchStream(batch),
    ...[...open.map(({ unit }) => unit), ...units].map(unitStream),
    ...people.map(personStream),
    ...cases.map((unit) => caseStream(batch, unit)),
    ...files.flatMap((sha256) => ownersFor('minutes').map((owner) => evidenceStream(owner, sha256))),
  ])
  const [terms, names] = await Promise.all([readTerms(deps.ledger, batch, known), namesOfOfficers(deps, people, known)])
  return {
    terms,
    open,
    known,
    nameOf: (unit) => knownAs(known, 'unit', unitStream(unit))?.name ?? unit,
    who: (person) => names.get(person) ?? person,
  }
}
