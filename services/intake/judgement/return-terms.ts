import { type CallTerms, datesOf } from '#batch/batch.ts'
import type { ReturnTerms } from '#case/until-when.ts'

/** What the call says of returns, as it stands. */
export const returnTerms = (terms: CallTerms): ReturnTerms => ({
  returnDays: terms.returnDays,
  dates: datesOf(terms),
})
