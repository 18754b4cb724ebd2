import { ApiError, type Client, type Request } from '#contracts/client.ts'
import type { Endpoint } from '#contracts/endpoint.ts'

/** A county's network drops for a moment now and then; nobody should have to notice. */
const PAUSES_MS = [700, 1500]

/**
 * The same client, which asks again where no answer came: what only reads, and what a click named, since the county does
 * the same click only once. With the network known to be off it says so at once.
 */
export const patient =
  (api: Client, pause: (ms: number) => Promise<unknown> = waited, isOff: () => boolean = offline): Client =>
  async <E extends Endpoint>(endpoint: E, request?: Request<E>) => {
    const mayRepeat = endpoint.method === 'GET' || request?.command !== undefined
    for (const ms of mayRepeat ? PAUSES_MS : [])
      try {
        return await api(endpoint, request)
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 0 || isOff()) throw error
        await pause(ms)
      }
    return api(endpoint, request)
  }

const waited = (ms: number): Promise<unknown> => new Promise((done) => setTimeout(done, ms))
const offline = (): boolean => !navigator.onLine
