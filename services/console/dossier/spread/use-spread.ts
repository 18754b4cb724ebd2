import { useQuery, useQueryClient } from '@tanstack/react-query'
import { dossierEndpoints } from '#contracts/dossier/dossier.ts'
import type { SpreadPage } from '#contracts/dossier/spread.ts'
import { useApi } from '../../session/api.ts'

export type Params = { readonly batch: string; readonly unit: string }
const keyOf = ({ batch, unit }: Params) => ['dossier', batch, unit, 'spread'] as const
/** Colleagues spread it too. */
const FRESH_MS = 20_000

/** @param isSeen whether this person sees how it is spread */
export function useSpread(params: Params, isSeen: boolean) {
  const api = useApi()
  return useQuery({
    queryKey: keyOf(params),
    enabled: isSeen,
    staleTime: FRESH_MS,
    queryFn: () => api(dossierEndpoints.readSpread, { params }),
  })
}

/** Shows what came of a click, and asks anew for the list that tells of it. */
export function useShowSpread(params: Params): (page: SpreadPage) => void {
  const queries = useQueryClient()
  return (page) => {
    queries.setQueryData(keyOf(params), page)
    void queries.invalidateQueries({ queryKey: ['worklist'] })
  }
}
