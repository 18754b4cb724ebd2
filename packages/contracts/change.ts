/** What may become of a call after it was opened: its dates are amended 变更通知, or its batch is cancelled 取消批次. */
import { z } from 'zod/mini'
import { commandNames } from '#procedure/commands.ts'
import { stepDates } from './call.ts'
import { replaces, sentence, text } from './forms.ts'
import { amendmentShown, cancelledShown } from './shown/amended.ts'

export type { AmendmentShown, CancelledShown } from './shown/amended.ts'

/** The document's own number, where it has one. */
const number = z.optional(text('文号', 60, { open: true, says: 'number', isOptional: true }))
/** `dates`: the new last day of each step whose date moves. */
/** `replaces` names what the page showed, for nobody replaces what they never saw. */
export const amendmentBody = z.strictObject({
  dates: stepDates,
  reason: sentence('变更理由', 500, { open: true }),
  number,
  replaces,
})
export const cancellingBody = z.strictObject({
  reason: sentence('取消理由', 500, { open: true }),
  number,
  replaces,
})

const dueDay = z.object({ lateFrom: z.string(), said: z.string() })
/** What waits for approval, or went back. `prepared` names what is seen. */
const pending = {
  prepared: z.string(),
  preparedBy: z.string(),
  reason: z.string(),
  number: z.optional(z.string()),
  returned: z.optional(z.string()),
}
export const changesPage = z.object({
  batch: z.string(),
  title: z.string(),
  trial: z.boolean(),
  /** Of every dated step, in order: as the call said, as it stands, and whether it may still move. */
  dates: z.array(
    z.object({ step: z.string(), title: z.string(), called: z.string(), due: dueDay, mayMove: z.boolean() }),
  ),
  amendment: z.optional(z.object({ ...pending, dates: amendmentShown.shape.dates })),
  cancelling: z.optional(z.object(pending)),
  amended: z.array(z.object({ ...amendmentShown.shape, preparedBy: z.string(), approvedBy: z.string() })),
  cancelled: z.optional(z.object({ ...cancelledShown.shape, preparedBy: z.string(), approvedBy: z.string() })),
  /** Cases that are open, and would end with the batch. */
  open: z.int(),
  commands: z.array(z.enum(commandNames)),
  /** Why nothing is offered to somebody who would do it but for their own unit, and who does it. */
  apart: z.optional(z.string()),
})
export type ChangesPage = z.infer<typeof changesPage>
