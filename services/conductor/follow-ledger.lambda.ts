import { now } from '#calendar/clock.ts'
import { inOrder } from '#edge/in-order.ts'
import { conductActs } from './conduct-acts.ts'
import { followStream } from './follow/follow-stream.ts'

/** Consumer of the ledger's stream: wakes cases, applies list acts, settles objections, confers titles. */
export const handler = inOrder(followStream(conductActs(process.env, now)))
