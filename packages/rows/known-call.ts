/** A batch's call, which its row knows as well as the ledger; the ledger tells where there is no row. */
import { batchKind, batchStream, type StandingCall, standingCall } from '#batch/batch.ts'
import { dateOf } from '#calendar/deadline.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { type Known, knownAs, NOTHING_KNOWN } from './known.ts'

/**
 * What was frozen with the call, which a row knows as well as the ledger, and what was amended since, which it knows a
 * moment later: a case that was opened by the older date follows. @throws Refused when no such batch was called
 */
export async function readTerms(ledger: Ledger, batch: string, known: Known = NOTHING_KNOWN): Promise<StandingCall> {
  const stream = batchStream(batch)
  const row = knownAs(known, 'batch', stream)
  const called = row?.terms ? row : (await readStream(ledger, batchKind, stream)).state
  if (!called.terms) throw new Refused('unknown', `没有批次“${batch}”的创建通知；请从批次列表重新进入。`)
  return standingCall(called.terms, called)
}

/** The day on which the call was opened: nothing was done in the batch before it. @throws Refused when no such batch was called */
export async function openedOn(ledger: Ledger, batch: string, known: Known = NOTHING_KNOWN): Promise<string> {
  const stream = batchStream(batch)
  const { openedAt } = knownAs(known, 'batch', stream) ?? (await readStream(ledger, batchKind, stream)).state
  if (!openedAt) throw new Refused('unknown', `没有批次“${batch}”的创建通知；请从批次列表重新进入。`)
  return dateOf(openedAt)
}
