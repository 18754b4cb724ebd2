import { addDays, dateOf } from '#calendar/deadline.ts'
import type { ObjectionReceived, Published } from '#steps/notice/notice-events.ts'

/** The day by which an objection is answered; its own stream may not be open yet. A letter counts from when it came. */
export const answerByOf = (
  { replyDays }: Pick<Published, 'replyDays'>,
  { channel, on, at }: ObjectionReceived,
  { answerBy }: { readonly answerBy?: string | undefined } = {},
): string => answerBy ?? addDays(channel === 'letter' ? dateOf(at) : on, replyDays)
