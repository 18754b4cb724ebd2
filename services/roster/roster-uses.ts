import type { rosterEndpoints } from '#contracts/roster.ts'
import type { UseCases } from '#edge/use-case.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import { appointPerson } from './appoint-person.ts'
import { readMe } from './read-me.ts'
import { registerPersonOf } from './register-person.ts'
import { registerUnitOf } from './register-unit.ts'

/** Everything the roster's API answers. */
export const rosterUses = (deps: {
  readonly ledger: Ledger
  readonly persons: Persons
  readonly issuer: string
}): UseCases<typeof rosterEndpoints> => ({
  readMe: readMe(deps),
  registerUnit: registerUnitOf(deps),
  registerPerson: registerPersonOf(deps),
  appoint: appointPerson(deps),
})
