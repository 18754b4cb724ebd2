import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { viewsEndpoints } from '#contracts/views.ts'
import { useApi } from '../session/api.ts'
import { nextUnit } from './noted.ts'

/** The way to the next unit that waits for whoever looks, without the list in between. */
export function NextUnit(at: { batch: string; unit: string; method: string }) {
  const api = useApi()
  const { data } = useQuery({ queryKey: ['worklist'], queryFn: () => api(viewsEndpoints.readWorklist) })
  const next = nextUnit(data?.items ?? [], at)
  if (!next?.unit) return null
  return (
    <Link href={next.path} className="not-printed">
      下一单位：{next.unit.name}
    </Link>
  )
}
