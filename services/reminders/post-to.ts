import type { Post } from './send-reminders.ts'

/** A receiver that has not answered by then is asked again later. */
const WAITS_MS = 5000

/**
 * To this address and no other: a redirect is an answer like any, and not followed, since it would take a number and a
 * signature to wherever the receiver says. Nothing that is answered is read.
 */
export const postTo =
  (url: string): Post =>
  async (body, headers) => {
    const answer = await fetch(url, {
      ...{ method: 'POST', body, headers, redirect: 'manual' },
      signal: AbortSignal.timeout(WAITS_MS),
    })
    await answer.body?.cancel()
    return answer.status
  }
