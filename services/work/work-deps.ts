import type { Ledger } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import type { Rows } from '#rows/rows.ts'

export type WorkDeps = {
  readonly ledger: Ledger
  readonly persons: Pick<Persons, 'names'>
  readonly rows: Rows
}
