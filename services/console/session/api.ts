import { createContext, useContext } from 'react'
import type { Client } from '#contracts/client.ts'

/** The API as the person logged in. */
export const ApiContext = createContext<Client | undefined>(undefined)

export function useApi(): Client {
  const api = useContext(ApiContext)
  if (!api) throw new Error('no API outside a session')
  return api
}
