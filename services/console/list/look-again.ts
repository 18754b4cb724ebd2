/** Somebody else was first: the page shows what stands there now, and nobody signs or replaces what they did not read. */
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { ApiError } from '#contracts/client.ts'

/** @returns what is sent, which says why it was refused also where the form or the panel goes with the new look */
export function useLookAgain() {
  const queries = useQueryClient()
  const { message } = App.useApp()
  return async <T>(sending: () => Promise<T>): Promise<T> => {
    try {
      return await sending()
    } catch (error) {
      if (error instanceof ApiError && error.status === 409) {
        message.error(error.message, 8)
        await queries.invalidateQueries()
      }
      throw error
    }
  }
}
