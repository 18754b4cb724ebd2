import { createContext, useContext } from 'react'
import { ApiError, type Client, type Request } from '#contracts/client.ts'
import type { Endpoint } from '#contracts/endpoint.ts'
import { isPassing, lineIsCut, SessionEnded, sessionEnded, sessionIsBack } from './session-ends.ts'

/** The API as the person logged in. */
export const ApiContext = createContext<Client | undefined>(undefined)

export function useApi(): Client {
  const api = useContext(ApiContext)
  if (!api) throw new Error('no API outside a session')
  return api
}

/**
 * The same client, which tells the page how it fares. A login that the server does not take any more is renewed once;
 * when that is refused, the session of the page has ended. Whatever is answered says that it is there.
 * @param renew asks for another access token. @throws SessionEnded
 */
export const watched =
  (api: Client, renew: () => Promise<unknown>): Client =>
  async <E extends Endpoint>(endpoint: E, request?: Request<E>) => {
    const ask = () =>
      api(endpoint, request).then(
        (answer) => {
          sessionIsBack()
          return answer
        },
        (error: unknown) => {
          if (error instanceof ApiError && isPassing(error)) lineIsCut()
          else if (error instanceof ApiError && error.status !== 401) sessionIsBack()
          throw error
        },
      )
    const isRefused = (error: unknown) => error instanceof ApiError && error.status === 401
    try {
      return await ask()
    } catch (error) {
      if (!isRefused(error)) throw error
    }
    await renew()
    try {
      return await ask()
    } catch (error) {
      if (!isRefused(error)) throw error
      sessionEnded()
      throw new SessionEnded()
    }
  }
