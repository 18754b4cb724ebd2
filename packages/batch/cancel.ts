/** The batch is cancelled 取消批次: an officer prepares it with the reason, the head approves; nothing leads back. */
import type { Decision as Deciding } from '#ledger/kind.ts'
import { seenAs } from '#ledger/seen.ts'
import {
  type Approving,
  type Asked,
  mustApprove,
  mustHaveSeen,
  mustNameNobody,
  mustRun,
  mustWait,
  saying,
} from './approve-change.ts'
import type { Batch, BatchEvent } from './batch.ts'
import type { Cancelled, CancellingPrepared } from './change-events.ts'

type Decision = Deciding<BatchEvent, Batch>
const WHAT = '取消决定'

/** Prepares it for whoever approves; a newer preparation takes the place of an older one. */
export const prepareCancelling =
  (
    {
      reason,
      number,
      replaces,
    }: { readonly reason: string; readonly number?: string | undefined; readonly replaces?: string | undefined },
    { by, received }: Asked,
  ): Decision =>
  (batch) => {
    mustRun(batch)
    const prepared = {
      ...({ type: 'cancellingPrepared', v: 1, at: received, by } as const),
      reason,
      ...(number && { number }),
    }
    const { cancelling } = batch
    if (
      cancelling &&
      !cancelling.returned &&
      cancelling.prepared.by === by &&
      saying(cancelling.prepared) === saying(prepared)
    )
      return []
    mustHaveSeen(cancelling, { by, replaces, what: WHAT })
    mustNameNobody(reason)
    return [prepared]
  }

export const returnCancelling =
  (
    { prepared: seen, reason }: { readonly prepared: string; readonly reason: string },
    { by, received }: Asked,
  ): Decision =>
  (batch) => {
    mustRun(batch)
    const returned = batch.cancelling?.returned
    if (returned?.by === by && returned.reason === reason) return []
    mustWait(batch.cancelling, seen, WHAT)
    return [{ type: 'cancellingReturned', v: 1, at: received, by, reason }]
  }

/** Another person approves it: the batch ends, and with it every case that is open. */
export const approveCancelling =
  ({ prepared: seen, secrecyChecked }: Approving, asked: Asked): Decision =>
  (batch) => {
    const { by, received } = asked
    const { cancelled } = batch
    if (cancelled?.by === by && seenAs(preparationOf(cancelled)) === seen) return []
    mustRun(batch)
    const prepared = mustWait(batch.cancelling, seen, WHAT)
    mustApprove(prepared, asked, secrecyChecked, WHAT)
    const { at: preparedAt, by: preparedBy, ...rest } = prepared
    return [{ ...rest, type: 'batchCancelled', at: received, by, preparedBy, preparedAt }]
  }

/** What the end of a batch approved, as it was prepared. */
const preparationOf = ({ preparedAt: at, preparedBy: by, ...rest }: Cancelled): CancellingPrepared => ({
  ...rest,
  type: 'cancellingPrepared',
  at,
  by,
})
