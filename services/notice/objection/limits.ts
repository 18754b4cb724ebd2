/** How often one address may do a thing within an hour. */

import { createHash } from 'node:crypto'
import { msOf } from '#calendar/instant.ts'

export interface Limits {
  /** Counts one more; false when the hour's `most` are used up. `what` and `address` are kept only as a digest. */
  take(asked: { what: string; address: string; most: number; received: string }): Promise<boolean>
}

const HOUR_MS = 3_600_000
const hourOf = (received: string): number => Math.floor(msOf(received) / HOUR_MS)

/** A key of the table `views` that is no stream's. */
export const limitKey = (what: string, address: string, received: string): string =>
  `limit/${createHash('sha256')
    .update(`${what}|${address}|${hourOf(received)}`)
    .digest('hex')}`

/** In seconds, as DynamoDB's TTL wants it: an hour after the counted one. */
export const limitExpires = (received: string): number => ((hourOf(received) + 2) * HOUR_MS) / 1000
