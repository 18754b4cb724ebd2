import { type CallTerms, datesOf } from '#batch/batch.ts'
import { isInvited } from '#batch/designated.ts'
import type { Case } from '#case/case.ts'
import { laterDates } from '#case/later-dates.ts'
import { procedureOf } from '#procedure/procedures.ts'
import type { StartFacts } from '#steps/start-todo.ts'

type Standing = {
  readonly read: { readonly state: Pick<Case, 'visit' | 'dates'> }
  readonly terms: CallTerms
  readonly unit: { readonly inScope: boolean }
}

/** Whether and until when a unit may begin, from the ledger; a longer date may be the first that was written of its case. */
export function startFactsOf(unit: string, { read: { state }, terms, unit: { inScope } }: Standing): StartFacts {
  const procedure = procedureOf(terms.procedure)
  const { start } = procedure
  const lateFrom = laterDates(state.dates, datesOf(terms))[start]
  return {
    unit,
    procedure,
    trial: terms.trial,
    inScope: isInvited(terms, { unit, inScope }),
    begun: state.visit > 0,
    lateFrom,
  }
}
