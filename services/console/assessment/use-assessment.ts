/** An assessment as far as it was read: its methods, and what is noted of the indicator that somebody looks at. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type AssessmentItem, type AssessmentPage, assessmentEndpoints } from '#contracts/assessment/assessment.ts'
import { useApi } from '../session/api.ts'
import { ownNote, withAnswer, withNoted } from './noted.ts'

export type Params = { readonly batch: string; readonly unit: string }
/** `visit`: during which stay of the case it is noted; whoever is told that it has come back finds what they typed. */
export type At = Params & { readonly method: string; readonly visit: number }
/** What is noted is read again after a while: others' notes come when their method ends. */
const FRESH_MS = 20_000
const assessmentKey = ({ batch, unit }: Params) => ['assessments', batch, unit] as const
export const notesKey = (params: Params, item: string) => [...assessmentKey(params), 'item', item] as const

export function useAssessment(params: Params) {
  const api = useApi()
  return useQuery({
    queryKey: assessmentKey(params),
    queryFn: () => api(assessmentEndpoints.readAssessment, { params }),
  })
}

export function useNotes(params: Params, item: string | undefined) {
  const api = useApi()
  return useQuery({
    queryKey: notesKey(params, item ?? ''),
    enabled: item !== undefined,
    staleTime: FRESH_MS,
    queryFn: () => api(assessmentEndpoints.readAssessmentItem, { params: { ...params, item: item ?? '' } }),
  })
}

export function useTally(params: Params) {
  const api = useApi()
  return useQuery({
    queryKey: [...assessmentKey(params), 'tally'],
    queryFn: () => api(assessmentEndpoints.readTally, { params }),
  })
}

/** Shows what was saved here at once; how much of it no record has taken in, the county says. */
export function useNoted(): (at: At, item: AssessmentItem) => void {
  const queries = useQueryClient()
  return (at, item) => {
    const key = notesKey(at, item.item)
    const before = queries.getQueryData<AssessmentItem>(key)
    // The answer to a note says what is one's own by its method.
    if (before) queries.setQueryData<AssessmentItem>(key, withAnswer(before, item, at))
    else void queries.invalidateQueries({ queryKey: key })
    const number = before ? ownNote(before, at).number : 0
    queries.setQueryData<AssessmentPage>(assessmentKey(at), (page) => page && withNoted(page, at.method, number, item))
    void queries.invalidateQueries({ queryKey: assessmentKey(at), exact: true })
  }
}

/** The page as it is known now, and the way to read it again, after a record with all that follows from one. */
export function useRecorded(params: Params) {
  const queries = useQueryClient()
  const { batch, unit } = params
  return {
    now: () => queries.getQueryData<AssessmentPage>(assessmentKey(params)),
    again: () => queries.invalidateQueries({ queryKey: assessmentKey(params) }),
    done: async () => {
      await queries.invalidateQueries({ queryKey: assessmentKey(params), exact: true })
      for (const queryKey of [['worklist'], ['case', batch, unit], ['board', batch]])
        void queries.invalidateQueries({ queryKey })
    },
  }
}
