import { createContext, useContext } from 'react'
import { ApiError, type Client, type Request } from '#contracts/client.ts'
import type { Endpoint } from '#contracts/endpoint.ts'
import { SessionEnded, sessionEnded } from './session-ends.ts'

/** The API as the person logged in. */
export const ApiContext = createContext<Client | undefined>(undefined)

export function useApi(): Client {
  const api = useContext(ApiContext)
  if (!api) throw new Error('no API outside a session')
  return api
}

/** The same client; a login that the server does not take any more ends the session of the page. */
export const watched =
  (api: Client): Client =>
  async <E extends Endpoint>(endpoint: E, request?: Request<E>) => {
    try {
      return await api(endpoint, request)
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error
      sessionEnded()
      throw new SessionEnded()
    }
  }
