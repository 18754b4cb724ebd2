import { useQuery } from '@tanstack/react-query'
import { readMe } from '#contracts/read-me.ts'
import { useApi } from '../session/api.ts'
import { mayAsk } from '../session/may-ask.ts'

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
