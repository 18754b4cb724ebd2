import type { Organs } from '#county/organs.ts'
import type { Caller } from '#edge/use-case.ts'
import type { Contents } from '#ledger/contents.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import type { Rows } from '#rows/rows.ts'

export type TitleDeps = {
  readonly ledger: Ledger
  /** Who was at a meeting. */
  readonly contents: Pick<Contents, 'get' | 'put'>
  readonly rows: Rows
  readonly persons: Pick<Persons, 'names'>
  readonly organs: Organs
}

/** A request about one title. */
export type TitleCall = {
  readonly params: { readonly batch: string; readonly unit: string }
  readonly caller: Caller
  readonly received: string
}
