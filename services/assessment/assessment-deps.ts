import type { Caller } from '#edge/use-case.ts'
import type { Contents } from '#ledger/contents.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import type { Rows } from '#rows/rows.ts'

export type AssessmentDeps = {
  readonly ledger: Ledger
  /** Which indicators there are is said by the list that the unit has handed in. */
  readonly contents: Pick<Contents, 'get'>
  readonly rows: Rows
  readonly persons: Pick<Persons, 'names'>
}

/** A request about the assessment of one case. */
export type AssessmentCall = {
  readonly params: { readonly batch: string; readonly unit: string }
  readonly caller: Caller
  readonly received: string
}
