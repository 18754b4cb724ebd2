import type { Consulted } from '#county/consulted.ts'
import type { Organs } from '#county/organs.ts'
import type { Contents } from '#ledger/contents.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import type { Rows } from '#rows/rows.ts'

export type ConsultationDeps = {
  readonly ledger: Ledger
  /** What organs know of units lies there. */
  readonly contents: Pick<Contents, 'get' | 'put'>
  readonly rows: Rows
  readonly persons: Pick<Persons, 'names'>
  /** Whom the county consults now. */
  readonly consulted: Consulted
  readonly organs: Pick<Organs, 'county' | 'office' | 'officePhone'>
}
