/** The reviews that wait for this officer, and which comes next: whoever waits longest first, as on the worklist. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { viewsEndpoints, type WorkItem } from '#contracts/views.ts'
import { useApi } from '../../session/api.ts'
import { stillWaiting } from './decided-here.ts'

export const reviewPath = (batch: string, unit: string): string => `/console/batches/${batch}/review/${unit}`
export const isReview = ({ kind, batch, unit, path }: WorkItem): boolean =>
  kind === 'case' && unit !== undefined && path === reviewPath(batch, unit.id)

const byWaiting = (a: WorkItem, b: WorkItem): number =>
  (a.since ?? '').localeCompare(b.since ?? '') || a.title.localeCompare(b.title, 'zh-CN')

export type Queue = {
  /** How many wait besides this one. */
  readonly others: number
  readonly next: WorkItem | undefined
  readonly previous: WorkItem | undefined
}

/** The reviews of the same batch around this one; it keeps its place after it was decided. */
export function useReviewQueue(batch: string, path: string): Queue {
  const api = useApi()
  const { data } = useQuery({ queryKey: ['worklist'], queryFn: () => api(viewsEndpoints.readWorklist) })
  const [place, setPlace] = useState<WorkItem>()
  const all = (data?.items ?? []).filter((item) => isReview(item) && item.batch === batch)
  const here = all.find((item) => item.path === path)
  if (here && !place) setPlace(here)
  const others = stillWaiting(all)
    .filter((item) => item.path !== path)
    .sort(byWaiting)
  const after = others.filter((item) => place && byWaiting(item, place) > 0)
  const before = others.filter((item) => place && byWaiting(item, place) < 0)
  return { others: others.length, next: after[0] ?? others[0], previous: before.at(-1) ?? others.at(-1) }
}
