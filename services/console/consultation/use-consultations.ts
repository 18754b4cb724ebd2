import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ConsultationsPage, consultationEndpoints } from '#contracts/consultation/consultation.ts'
import { useApi } from '../session/api.ts'

const keyOf = (batch: string) => ['consultations', batch]

/** A batch's letters. */
export function useConsultations(batch: string, enabled = true) {
  const api = useApi()
  return useQuery({
    queryKey: keyOf(batch),
    queryFn: () => api(consultationEndpoints.readConsultations, { params: { batch } }),
    enabled,
  })
}

/** Shows what a click has led to. */
export function useShowConsultations(batch: string): (next: ConsultationsPage) => void {
  const queries = useQueryClient()
  return (next) => {
    queries.setQueryData(keyOf(batch), next)
    void queries.invalidateQueries({ queryKey: ['worklist'] })
  }
}

/** Reads them once more, where something was entered elsewhere meanwhile. */
export function useReadAgain(batch: string): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: keyOf(batch) })
}
