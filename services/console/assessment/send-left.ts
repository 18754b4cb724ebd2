/** One after another of what waits: who waits for an answer waits once, not once for each. */
import { ApiError } from '#contracts/client.ts'
import { isPassing, SessionEnded } from '../session/session-ends.ts'

export type Sent = 'done' | 'noAnswer' | 'loggedOut'
export const sentOf = (error: unknown): Sent =>
  error instanceof SessionEnded ? 'loggedOut' : error instanceof ApiError && !isPassing(error) ? 'done' : 'noAnswer'

/** @returns whether it is worth trying again before anybody says that the network is back */
export async function sendLeft<P>(
  places: readonly P[],
  waits: (place: P) => boolean,
  send: (place: P) => Promise<Sent>,
): Promise<boolean> {
  for (const place of places) {
    if (!waits(place)) continue
    const came = await send(place).catch(sentOf)
    // Without an answer, or a login, the others get none either.
    if (came !== 'done') return came === 'noAnswer'
  }
  return false
}
