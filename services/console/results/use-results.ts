import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ResultsPage, resultsEndpoints } from '#contracts/results/results.ts'
import { useApi } from '../session/api.ts'

/** Of the county's clock. */
export const CURRENT = 'current'
const RECENT = ['results', 'recent']
const keyOf = (year: string) => ['results', year]

/** A year's results. */
export function useResults(year: string) {
  const api = useApi()
  return useQuery({
    queryKey: keyOf(year),
    queryFn: () => api(resultsEndpoints.readResults, { params: { year } }),
  })
}

/** What one may enter. */
export function useEntering() {
  const api = useApi()
  return useQuery({ queryKey: ['results', 'entering'], queryFn: () => api(resultsEndpoints.readEntering) })
}

/** What stands of this year and the two before. */
export function useRecentResults() {
  const api = useApi()
  return useQuery({ queryKey: RECENT, queryFn: () => api(resultsEndpoints.readRecentResults) })
}

/** Shows what a click has led to. */
export function useShowResults(): (next: ResultsPage) => void {
  const queries = useQueryClient()
  return (next) => {
    queries.setQueryData(keyOf(String(next.year)), next)
    if (next.today.startsWith(`${next.year}-`)) queries.setQueryData(keyOf(CURRENT), next)
    void queries.invalidateQueries({ queryKey: RECENT })
  }
}

/** Reads them once more, where something was entered elsewhere meanwhile. */
export function useReadAgain(year: string): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: keyOf(year) })
}
