import type { Organs } from '#county/organs.ts'
import type { ResultOwners } from '#county/result-owners.ts'
import type { Contents } from '#ledger/contents.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import type { Rows } from '#rows/rows.ts'

export type ResultsDeps = {
  readonly ledger: Ledger
  /** What was found of units lies there. */
  readonly contents: Pick<Contents, 'get' | 'put'>
  readonly rows: Rows
  readonly persons: Pick<Persons, 'names'>
  /** Whose each kind is now. */
  readonly owners: ResultOwners
  readonly organs: Pick<Organs, 'office'>
}
