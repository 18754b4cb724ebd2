/** The batch is cancelled 取消批次: an officer prepares it with the reason, the head approves; nothing leads back. */
import type { Approving } from '#ledger/by-two.ts'
import type { Decision as Deciding } from '#ledger/kind.ts'
import { seenAs } from '#ledger/seen.ts'
import { type Asked, approved, mustRun, prepared, returned } from './approve-change.ts'
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
    const cancelling = {
      ...({ type: 'cancellingPrepared', v: 1, at: received, by } as const),
      reason,
      ...(number && { number }),
    }
    return prepared(batch.cancelling, cancelling, { replaces, preparing: preparing(id) }, () =>
      mustNameNobody('取消决定向社会公开', { reason, number }),
    )
  }

export const returnCancelling =
  (
    id: string,
    { prepared: seen, reason }: { readonly prepared: string; readonly reason: string },
    { by, received }: Asked,
  ): Decision =>
  (batch) => {
    mustRun(batch)
    const back = { type: 'cancellingReturned', v: 1, at: received, by, reason } as const
    return returned(batch.cancelling, back, seen, preparing(id))
  }

/** Another person approves it: the batch ends, and with it every case that is open. */
export const approveCancelling =
  (id: string, approving: Approving, { by, received }: Asked): Decision =>
  (batch) => {
    const { cancelled } = batch
    const { stream } = preparing(id)
    if (cancelled?.by === by && seenAs(preparationOf(cancelled), stream) === approving.prepared) return []
    mustRun(batch)
    const { at: preparedAt, by: preparedBy, ...rest } = approved(batch.cancelling, approving, by, preparing(id))
    return [{ ...rest, type: 'batchCancelled', at: received, by, preparedBy, preparedAt }]
  }

/** What the end of a batch approved, as it was prepared. */
const preparationOf = ({ preparedAt: at, preparedBy: by, ...rest }: Cancelled): CancellingPrepared => ({
  ...rest,
  type: 'cancellingPrepared',
  at,
  by,
})
