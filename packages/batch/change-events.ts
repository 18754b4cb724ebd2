/** What can happen to a call after it was opened: its dates are amended 变更通知, or the batch is cancelled 取消批次. */
import { z } from 'zod/mini'
import { stepDate } from './step-date.ts'

const instant = z.iso.datetime({ precision: 3 })
const head = { v: z.literal(1), at: instant, by: z.string() }
const reason = z.string().check(z.minLength(1), z.maxLength(500))
/** The document's own number 文号, where it has one. */
const number = z.optional(z.string().check(z.minLength(1), z.maxLength(60)))
/** Of every step whose date moves: as it stood when this was prepared, and as it is to stand. */
const dates = z.record(z.string(), z.object({ from: stepDate, to: stepDate }))
/** Who prepared what was approved, and the instant of that. */
const approved = { preparedBy: z.string(), preparedAt: instant }

const amendmentPrepared = z.object({ type: z.literal('amendmentPrepared'), ...head, dates, reason, number })
const amendmentReturned = z.object({ type: z.literal('amendmentReturned'), ...head, reason })
export const amended = z.object({ type: z.literal('amended'), ...head, ...approved, dates, reason, number })
const cancellingPrepared = z.object({ type: z.literal('cancellingPrepared'), ...head, reason, number })
const cancellingReturned = z.object({ type: z.literal('cancellingReturned'), ...head, reason })
export const cancelled = z.object({ type: z.literal('batchCancelled'), ...head, ...approved, reason, number })

export const changeEvents = [
  amendmentPrepared,
  amendmentReturned,
  amended,
  cancellingPrepared,
  cancellingReturned,
  cancelled,
] as const
export type AmendmentPrepared = z.infer<typeof amendmentPrepared>
export type AmendmentReturned = z.infer<typeof amendmentReturned>
export type Amended = z.infer<typeof amended>
export type CancellingPrepared = z.infer<typeof cancellingPrepared>
export type CancellingReturned = z.infer<typeof cancellingReturned>
export type Cancelled = z.infer<typeof cancelled>
