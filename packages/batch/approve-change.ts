/** What amending and cancelling have in common beside being prepared by one and approved by another. */
import { dateOf } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import { Refused } from '#ledger/refused.ts'
import type { Batch, CallTerms, Ending } from './batch.ts'

export type Asked = { readonly by: string; readonly received: string }

/** The terms of a batch that runs. @throws Refused when it was never called, or is cancelled */
export function mustRun({ terms, ...batch }: Batch): CallTerms {
  if (!terms) throw new Refused('unknown', '没有这一批次的创建通知；请从批次列表重新进入。')
  mustNotBeCancelled(batch)
  return terms
}

/** @throws Refused when the batch is cancelled: nothing is done in it any more */
export function mustNotBeCancelled({ cancelled }: Ending): void {
  if (cancelled) throw new Refused('elsewhere', `${saidCancelled(cancelled)}，不能再办理。`)
}

export const saidCancelled = ({ at }: { readonly at: string }): string => `本批次已于${saidDay(dateOf(at))}取消`

/** What waits for approval, and did not go back. */
export const waiting = <P>(
  pending: { readonly prepared: P; readonly returned?: unknown } | undefined,
): P | undefined => (pending?.returned ? undefined : pending?.prepared)
