/**
 * What calling, amending and cancelling have in common: an officer prepares, another person sends it back or approves
 * it, and each says which preparation they saw.
 */
import { dateOf } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import {
  type Approving,
  isRepeated,
  mustApprove,
  mustGiveWay,
  mustWait,
  type Pending,
  type Prepared,
  type Preparing,
  waiting,
} from '#ledger/by-two.ts'
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

type Returned = { readonly by: string; readonly reason: string }
type Standing<P extends Prepared> = Pending<P, Returned> | undefined

/**
 * What is prepared; nothing where the same person says the same once more.
 * @param mustBeRight throws what is wrong with it @throws Overtaken
 */
export function prepared<P extends Prepared>(
  standing: Standing<P>,
  next: P,
  { replaces, preparing }: { readonly replaces: string | undefined; readonly preparing: Preparing },
  mustBeRight: () => void,
): readonly P[] {
  if (isRepeated(waiting(standing), next)) return []
  mustGiveWay(standing?.prepared, { by: next.by, replaces }, preparing)
  mustBeRight()
  return [next]
}

/** What goes back; nothing where it went back so already. @param seen names what was read */
export function returned<R extends Returned>(
  standing: Standing<Prepared>,
  next: R,
  seen: string,
  preparing: Preparing,
): readonly R[] {
  const before = standing?.returned
  if (before?.by === next.by && before.reason === next.reason) return []
  mustWait(waiting(standing), seen, preparing)
  return [next]
}

/** What waits, for whoever has read it and did not prepare it. @throws Refused */
export function approved<P extends Prepared>(
  standing: Standing<P>,
  approving: Approving,
  by: string,
  preparing: Preparing,
): P {
  const found = mustWait(waiting(standing), approving.prepared, preparing)
  mustApprove(found, by, approving, preparing)
  return found
}
