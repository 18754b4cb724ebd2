/** One after another of what waits: who waits for an answer waits once, not once for each. */
import { ApiError } from '#contracts/client.ts'
import { isPassing, SessionEnded } from '../session/session-ends.ts'

export type Sent = 'done' | 'noAnswer' | 'loggedOut'
export const sentOf = (error: unknown): Sent =>
  error instanceof SessionEnded ? 'loggedOut' : error instanceof ApiError && !isPassing(error) ? 'done' : 'noAnswer'

/** @returns whether it is worth trying again before anybody says that the network is back */
export async function sendLeft(
  items: readonly string[],
  waits: (item: string) => boolean,
  send: (item: string) => Promise<Sent>,
): Promise<boolean> {
  for (const item of items) {
    if (!waits(item)) continue
    const came = await send(item).catch(sentOf)
    // Without an answer, or a login, the others get none either.
    if (came !== 'done') return came === 'noAnswer'
  }
  return false
}
