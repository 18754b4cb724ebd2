/** The batch is cancelled 取消批次: an officer prepares it with the reason, the head approves; nothing leads back. */
import { type Approving, isRepeated, mustApprove, mustGiveWay, mustWait } from '#ledger/by-two.ts'
import type { Decision as Deciding } from '#ledger/kind.ts'
import { seenAs } from '#ledger/seen.ts'
import { type Asked, mustRun, waiting } from './approve-change.ts'
import { type Batch, type BatchEvent, batchStream } from './batch.ts'
import type { Cancelled, CancellingPrepared } from './change-events.ts'
import { mustNameNobody } from './names-somebody.ts'

type Decision = Deciding<BatchEvent, Batch>
const preparing = (batch: string) => ({ stream: batchStream(batch), what: '取消决定' })

/** Prepares it for whoever approves; a newer preparation takes the place of an older one. */
export const prepareCancelling =
  (
    id: string,
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
    if (isRepeated(waiting(cancelling), prepared)) return []
    mustGiveWay(cancelling?.prepared, { by, replaces }, preparing(id))
    mustNameNobody('取消决定向社会公开', { reason, number })
    return [prepared]
  }

export const returnCancelling =
  (
    id: string,
    { prepared: seen, reason }: { readonly prepared: string; readonly reason: string },
    { by, received }: Asked,
  ): Decision =>
  (batch) => {
    mustRun(batch)
    const returned = batch.cancelling?.returned
    if (returned?.by === by && returned.reason === reason) return []
    mustWait(waiting(batch.cancelling), seen, preparing(id))
    return [{ type: 'cancellingReturned', v: 1, at: received, by, reason }]
  }

/** Another person approves it: the batch ends, and with it every case that is open. */
export const approveCancelling =
  (id: string, approving: Approving, { by, received }: Asked): Decision =>
  (batch) => {
    const { cancelled } = batch
    const { stream } = preparing(id)
    if (cancelled?.by === by && seenAs(preparationOf(cancelled), stream) === approving.prepared) return []
    mustRun(batch)
    const prepared = mustWait(waiting(batch.cancelling), approving.prepared, preparing(id))
    mustApprove(prepared, by, approving, preparing(id))
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
