import { useQuery } from '@tanstack/react-query'
import { readMe } from '#contracts/read-me.ts'
import type { Command } from '#procedure/commands.ts'
import { useApi } from './api.ts'
import { mayAsk } from './may-ask.ts'

/** Whether whoever looks may ask for what belongs to no step at all; not known before it is known who they are. */
export function useMay(command: Command): boolean {
  const api = useApi()
  const { data } = useQuery({ queryKey: ['me'], queryFn: () => api(readMe) })
  return data !== undefined && mayAsk(command, data.appointments)
}
