/** What was changed of an open call, as everybody reads it. */
import { z } from 'zod/mini'

/** `said`: when it was approved. */
const approved = {
  said: z.string(),
  reason: z.string(),
  number: z.optional(z.string()),
}
/** A published amendment as everybody reads it; `organ`: who approved it. */
export const amendmentShown = z.object({
  ...approved,
  organ: z.string(),
  /** `from` and `to` in words; `lateFrom`, `lastDay`: the new one as an instant, and as a date but for a trial's. */
  dates: z.array(
    z.object({
      ...{ step: z.string(), title: z.string(), from: z.string(), to: z.string(), lateFrom: z.string() },
      lastDay: z.optional(z.string()),
    }),
  ),
})
export type AmendmentShown = z.infer<typeof amendmentShown>
export const cancelledShown = z.object({ ...approved, organ: z.string() })
export type CancelledShown = z.infer<typeof cancelledShown>
