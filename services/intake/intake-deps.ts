import type { Asked } from '#case/standing.ts'
import type { Handled } from '#county/organs.ts'
import type { Caller } from '#edge/use-case.ts'
import type { Contents } from '#ledger/contents.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import type { Rows } from '#rows/rows.ts'

/** What intake works with; the Lambda entry gives the real ones. */
export type IntakeDeps = {
  readonly ledger: Ledger
  readonly contents: Contents
  readonly persons: Persons
  /** For lists, for names on a page, and for what never changes once it is there: what is decided reads the ledger. */
  readonly rows: Rows
  /** What a call takes from the county unless it says otherwise, how its bodies are called, whether it scans files. */
  readonly county: Pick<
    Handled,
    | 'government'
    | 'office'
    | 'leadingGroup'
    | 'executiveMeeting'
    | 'assessmentTeam'
    | 'procedures'
    | 'notice'
    | 'barredYears'
    | 'malwareScan'
    | 'officePhone'
    | 'officeAddress'
    | 'officeEmail'
  >
}

/** A request about one case. */
export type CaseCall = {
  readonly params: { readonly batch: string; readonly unit: string }
  readonly caller: Caller
  readonly received: string
}
/** A click on one case. */
export type CaseClick = CaseCall & { readonly command: string }

export const askedBy = ({ caller, received }: Pick<CaseCall, 'caller' | 'received'>) => ({
  by: caller.person,
  received,
})

/** The same for what a unit enters itself: whoever holds nothing there enters it for the office, from paper 代录. */
export const enteredBy = (call: CaseCall): Asked =>
  isOfUnit(call.caller, call.params.unit) ? askedBy(call) : { ...askedBy(call), byOffice: true }

/** Whether the caller holds an appointment in the unit. */
export const isOfUnit = ({ holdings }: Caller, unit: string): boolean => holdings.some((held) => held.unit === unit)
