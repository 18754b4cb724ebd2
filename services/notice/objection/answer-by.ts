import { addDays, dateOf } from '#calendar/deadline.ts'
import type { ObjectionReceived, Published } from '#steps/notice/notice-events.ts'
import type { Objection } from '#steps/notice/objection.ts'

/** The day by which an objection is answered; its own stream may not be open yet. A letter counts from when it came. */
export const answerByOf = (
  { replyDays }: Published,
  { channel, on, at }: ObjectionReceived,
  { answerBy }: Pick<Objection, 'answerBy'> = {},
): string => answerBy ?? addDays(channel === 'letter' ? dateOf(at) : on, replyDays)
