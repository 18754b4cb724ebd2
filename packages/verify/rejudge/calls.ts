/** The call of a batch as somebody may have known it. */
import { mustNotBeCancelled } from '#batch/approve-change.ts'
import { batchStream, datesOf, type StandingCall, standingCall } from '#batch/batch.ts'
import type { ReturnTerms } from '#case/until-when.ts'
import { Refused } from '#ledger/refused.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { keyOf, procedureAt } from '#procedure/procedures.ts'
import { type Elsewhere, LAG_MS, Untold } from './elsewhere.ts'

/** The newest first. @throws Refused where no such batch was called then, Untold */
export function callsAt({ batches }: Elsewhere, batch: string, at: string): readonly StandingCall[] {
  const known = batches
    .at(batchStream(batch), at, LAG_MS)
    .flatMap((state) => (state.terms ? [standingCall(state.terms, state)] : []))
  if (known.length === 0) throw new Refused('unknown', `当时没有批次“${batch}”的创建通知`)
  return known
}

/** @throws Untold for one of another release, by which nobody can judge here */
export function procedureOfCall({ procedure }: Pick<StandingCall, 'procedure'>): Procedure {
  const found = procedureAt(keyOf(procedure))
  if (!found) throw new Untold(keyOf(procedure))
  return found
}

export const returnTermsOf = (call: StandingCall): ReturnTerms => ({
  returnDays: call.returnDays,
  dates: datesOf(call),
})

/** @throws Refused where the batch had been cancelled for certain */
export function mustRun(elsewhere: Elsewhere, batch: string, at: string): void {
  const [newest, ...others] = callsAt(elsewhere, batch, at)
  if (newest && [newest, ...others].every(({ cancelled }) => cancelled)) mustNotBeCancelled(newest)
}
