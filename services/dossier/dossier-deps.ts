import type { Caller } from '#edge/use-case.ts'
import type { Contents } from '#ledger/contents.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import type { Rows } from '#rows/rows.ts'

/** What self-assessments are made of; the Lambda entry gives the real ones. */
export type DossierDeps = {
  readonly ledger: Ledger
  readonly contents: Contents
  /** For lists and names, and for what never changes once it is there: what is decided reads the ledger. */
  readonly rows: Rows
  readonly persons: Pick<Persons, 'names'>
  /** Whether the county scans what is uploaded, so that a file may be found bad after it was kept. */
  readonly scan: boolean
}

/** A request about the self-assessment of one case. */
export type DossierCall = {
  readonly params: { readonly batch: string; readonly unit: string }
  readonly caller: Caller
  readonly received: string
}
