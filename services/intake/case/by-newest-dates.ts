import type { StandingCall } from '#batch/batch.ts'
import { Refused } from '#ledger/refused.ts'
import { readTerms } from '#rows/known-call.ts'
import type { IntakeDeps } from '../intake-deps.ts'

/**
 * Does something by the call as it is known. Refused as too late, it is done once more by what the batch itself says:
 * for a moment its row does not know that an amendment has moved the date.
 */
export async function byNewestDates<T>(
  { ledger }: Pick<IntakeDeps, 'ledger'>,
  batch: string,
  known: StandingCall,
  attempt: (terms: StandingCall) => Promise<T>,
): Promise<T> {
  try {
    return await attempt(known)
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'late') throw error
    const terms = await readTerms(ledger, batch)
    if (terms.amendments.length === known.amendments.length) throw error
    return attempt(terms)
  }
}
