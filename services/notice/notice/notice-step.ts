/** The step of a procedure that a notice is: found by its kind, with what the batch froze about it. */
import type { StandingCall } from '#batch/batch.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { StepOf } from '#procedure/kinds.ts'
import { type Procedure, stepOf } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { type Known, NOTHING_KNOWN } from '#rows/known.ts'
import { readTerms } from '#rows/known-call.ts'

export type NoticeStep = {
  readonly terms: StandingCall
  readonly procedure: Procedure
  readonly name: string
  readonly value: StepOf<'notice'>
}

/** @throws Refused when the batch's procedure has no notice of that name */
export async function noticeStepOf(
  ledger: Ledger,
  batch: string,
  name: string,
  known: Known = NOTHING_KNOWN,
): Promise<NoticeStep> {
  const terms = await readTerms(ledger, batch, known)
  const procedure = procedureOf(terms.procedure)
  const value = stepOf(procedure, name, 'notice')
  if (!value) throw new Refused('unknown', '本批次的程序没有这一公示环节；请从批次页面重新进入。')
  return { terms, procedure, name, value }
}
