import { type QueryClient, useQuery } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { z } from 'zod/mini'
import { msOf } from '#calendar/instant.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { useApi } from '../session/api.ts'

/**
 * The server's instant in milliseconds, counted on from the worklist's last reading; undefined until it was read. An old
 * PC's clock may be wrong, so what is late is never judged by it.
 */
export function useServerNow(): () => number | undefined {
  const api = useApi()
  const { data, dataUpdatedAt } = useQuery({
    queryKey: ['worklist'],
    queryFn: () => api(viewsEndpoints.readWorklist),
  })
  const ahead = useRef<number>(undefined)
  ahead.current = data && msOf(data.now) - dataUpdatedAt
  return useCallback(() => (ahead.current === undefined ? undefined : Date.now() + ahead.current), [])
}

const saysNow = z.object({ now: z.iso.datetime() })

/** The same from whatever was read last that says it, asking for nothing; the PC's own where nothing does. */
export function serverNowIn(queries: QueryClient): number {
  let last = { at: 0, ahead: 0 }
  for (const { state } of queries.getQueryCache().getAll()) {
    const { data: said } = saysNow.safeParse(state.data)
    const at = state.dataUpdatedAt
    if (said && at >= last.at) last = { at, ahead: msOf(said.now) - at }
  }
  return Date.now() + last.ahead
}
