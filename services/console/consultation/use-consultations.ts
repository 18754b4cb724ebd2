import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ConsultationsPage, consultationEndpoints } from '#contracts/consultation/consultation.ts'
import { readMe } from '#contracts/read-me.ts'
import { useApi } from '../session/api.ts'
import { mayAsk } from '../session/may-ask.ts'

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

/** Whether whoever looks reads what organs reply: nobody who works for a unit does. */
export function useReadsConsultations(): boolean {
  const api = useApi()
  const { data } = useQuery({ queryKey: ['me'], queryFn: () => api(readMe) })
  return (
    data !== undefined &&
    mayAsk('read-consultations', data.appointments) &&
    !data.appointments.some(({ unit }) => unit !== undefined)
  )
}

/** Shows what a click has led to. */
export function useShowConsultations(batch: string): (next: ConsultationsPage) => void {
  const queries = useQueryClient()
  return (next) => {
    queries.setQueryData(keyOf(batch), next)
    void queries.invalidateQueries({ queryKey: ['worklist'] })
  }
}
