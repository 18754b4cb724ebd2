import { useQuery } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { viewsEndpoints } from '#contracts/views.ts'
import { useApi } from '../session/api.ts'

/** The server's instant in milliseconds, as of the worklist's last reading: an old PC's clock may be wrong. */
export function useServerNow(): () => number {
  const api = useApi()
  const { data, dataUpdatedAt } = useQuery({
    queryKey: ['worklist'],
    queryFn: () => api(viewsEndpoints.readWorklist),
  })
  const ahead = useRef(0)
  ahead.current = data ? Date.parse(data.now) - dataUpdatedAt : 0
  return useCallback(() => Date.now() + ahead.current, [])
}
