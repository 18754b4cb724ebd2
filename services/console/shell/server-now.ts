import { useQuery } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
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
