/**
 * How often a thing may be done within one hour of the clock: by one address, and by all that need no login together.
 * No address is kept: a counter's name is a digest that is keyed with the hour's own secret, and both are gone with the
 * hour, or whoever has the digests could try every address of the fourth version until one fits.
 */
import { createHmac } from 'node:crypto'
import { instantOf, msOf } from '#calendar/instant.ts'
import { senderOf } from './sender.ts'

export type Counted = {
  readonly what: string
  /** Whose; absent: of all addresses together. */
  readonly address?: string
  readonly most: number
  /** How many at once; one where it is not said. */
  readonly count?: number
  readonly received: string
}
export interface Limits {
  /** Counts that many more; false, and nothing is counted, when they would be more than the hour's `most`. */
  take(asked: Counted): Promise<boolean>
  /** Takes back what was counted by `take` and came to nothing. */
  giveBack(asked: Counted): Promise<void>
}

const HOUR_MS = 3_600_000
export const hourOf = (received: string): number => Math.floor(msOf(received) / HOUR_MS)
/** The instant from which a new hour counts. */
export const nextHour = (received: string): string => instantOf((hourOf(received) + 1) * HOUR_MS)

/** Keys of the table `views` that are no stream's. */
export const secretKey = (received: string): string => `limit/hour/${hourOf(received)}`
export const limitKey = (secret: string, { what, address, received }: Counted): string =>
  `limit/${createHmac('sha256', secret)
    .update(JSON.stringify([what, address === undefined ? 'all' : senderOf(address), hourOf(received)]))
    .digest('hex')}`

/** In seconds, as DynamoDB's TTL wants it: an hour after the counted one. */
export const limitExpires = (received: string): number => ((hourOf(received) + 2) * HOUR_MS) / 1000
