/** When the next notice ends. No case waits for that instant, so that the engine's clock does not know it. */
import type { Client } from '#contracts/client.ts'
import { viewsEndpoints } from '#contracts/views.ts'

/** @returns the first end after `now` of a published notice that the caller may see on a board; undefined when there is none */
export async function nextNoticeEnd(api: Client, now: string): Promise<string | undefined> {
  const { batches } = await api(viewsEndpoints.listBatches)
  const boards = await Promise.all(batches.map(({ batch }) => api(viewsEndpoints.readBoard, { params: { batch } })))
  return boards
    .flatMap(({ notices }) => notices.flatMap(({ state, due }) => (state === 'published' ? [due.lateFrom] : [])))
    .filter((end) => end > now)
    .sort()[0]
}
