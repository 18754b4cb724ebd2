/** How a to-do is given: the endpoint, the form to be filled in, what it begins with, what is asked before. */
import type { CaseFacts } from '#case/facts.ts'
import type { recordMethodAt } from '#contracts/assessment/record-method-at.ts'
import type { FormSchema } from '#contracts/forms.ts'
import type { caseEndpoints } from '#contracts/intake/case-endpoints.ts'
import type { correctionEndpoints } from '#contracts/intake/correction-endpoints.ts'
import type { Looked } from '../case/look-at-case.ts'
import type { CaseCall } from '../intake-deps.ts'

export type OfferFrame = {
  readonly call: CaseCall
  readonly looked: Looked
  readonly facts: CaseFacts
  readonly values: Readonly<Record<string, unknown>>
  readonly ofUnit: boolean
}
export type Offer = {
  readonly endpoint:
    | (typeof caseEndpoints)[keyof typeof caseEndpoints]
    | (typeof correctionEndpoints)[keyof typeof correctionEndpoints]
    | typeof recordMethodAt
  /** Of the path, beside the case, the to-do's step and its form. */
  readonly params?: Readonly<Record<string, string>>
  readonly form: FormSchema
  readonly title?: string
  readonly values?: Readonly<Record<string, unknown>>
  readonly confirm?: string
  readonly danger?: true
}
