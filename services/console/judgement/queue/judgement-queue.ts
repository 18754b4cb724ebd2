/** The judgements that wait for this caller, and which comes next: whoever waits longest first, as on the worklist. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { viewsEndpoints, type WorkItem } from '#contracts/views.ts'
import { compareNames } from '#typed/names.ts'
import { useApi } from '../../session/api.ts'
import { judgePath } from '../judge-path.ts'
import { stillWaiting } from './decided-here.ts'

const isAtJudgement = ({ kind, batch, unit, step, path }: WorkItem): boolean =>
  kind === 'case' && unit !== undefined && path === judgePath(batch, step, unit.id)
/** It waits for a draft, or for a decision without one: several may be accepted with one opinion. */
export const isToJudge = (item: WorkItem): boolean =>
  isAtJudgement(item) && !item.draft && (item.command === 'draft-decision' || item.command === 'decide-step')
/** It waits for a signature under a draft: several may be signed at once. */
export const isToSign = (item: WorkItem): boolean =>
  isAtJudgement(item) && item.draft !== undefined && item.command === 'decide-step'

const byWaiting = (a: WorkItem, b: WorkItem): number =>
  (a.since ?? '').localeCompare(b.since ?? '') || compareNames(a.title, b.title)

export type Queue = {
  /** How many wait besides this one; undefined while the list is not known. */
  readonly others: number | undefined
  /** Why the list could not be read. */
  readonly error: Error | null
  readonly again: () => void
  readonly next: WorkItem | undefined
  readonly previous: WorkItem | undefined
}

/** The cases of the same batch and step around this one; it keeps its place after it was decided. */
export function useQueue(batch: string, step: string, path: string): Queue {
  const api = useApi()
  const { data, error, refetch } = useQuery({ queryKey: ['worklist'], queryFn: () => api(viewsEndpoints.readWorklist) })
  const [place, setPlace] = useState<WorkItem>()
  const all = (data?.items ?? []).filter(
    (item) => item.batch === batch && item.step === step && (isToJudge(item) || isToSign(item)),
  )
  const here = all.find((item) => item.path === path)
  if (here && !place) setPlace(here)
  const others = stillWaiting(all)
    .filter((item) => item.path !== path)
    .sort(byWaiting)
  const after = others.filter((item) => place && byWaiting(item, place) > 0)
  const before = others.filter((item) => place && byWaiting(item, place) < 0)
  return {
    others: data && others.length,
    next: after[0] ?? others[0],
    previous: before.at(-1) ?? others.at(-1),
    error,
    again: () => void refetch(),
  }
}
