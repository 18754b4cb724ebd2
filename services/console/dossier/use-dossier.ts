/** A self-assessment as far as it was read: the parts that somebody opened, and the item that they look at. */
import { type QueryClient, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type DossierItem, type DossierPage, type DossierPart, dossierEndpoints } from '#contracts/dossier/dossier.ts'
import { useApi } from '../session/api.ts'
import { leftOf, statusOf, withItem, withMended, withStatus } from './progress.ts'

type Params = { readonly batch: string; readonly unit: string }
export const dossierKey = ({ batch, unit }: Params) => ['dossier', batch, unit] as const
/** What a part says is read again after a while: others may write too. */
const FRESH_MS = 20_000

/** @param whole every part at once */
export function useDossier(params: Params, whole = false) {
  const api = useApi()
  const key = dossierKey(params)
  const page = useQuery({
    queryKey: key,
    queryFn: () => api(dossierEndpoints.readDossier, { params }),
    staleTime: FRESH_MS,
  })
  const first = page.data && startOf(page.data)
  const [opened, setOpened] = useState<readonly string[]>([])
  const all = page.data?.parts.map(({ id }) => id) ?? []
  const wanted = whole ? all : opened.length > 0 || first === undefined ? opened : [first]
  const parts = useQueries({
    queries: wanted.map((part) => ({
      queryKey: [...key, 'part', part],
      queryFn: () => api(dossierEndpoints.readDossierPart, { params: { ...params, part } }),
      staleTime: FRESH_MS,
    })),
  })
  const loaded = new Map(parts.flatMap(({ data }) => (data ? [[data.id, data] as const] : [])))
  return {
    page,
    loaded,
    opened: wanted,
    failed: parts.find(({ error, data }) => error && !data),
    open: (part: string) => setOpened(wanted.includes(part) ? wanted : [...wanted, part]),
    openAll: () => setOpened(all),
    toggle: (part: string) =>
      setOpened(wanted.includes(part) ? wanted.filter((one) => one !== part) : [...wanted, part]),
  }
}
/** Whoever writes goes on in the part where something is left; whoever reads begins at the beginning. */
const startOf = ({ parts, writes }: DossierPage): string | undefined =>
  ((writes ? parts.find((part) => leftOf(part) > 0) : undefined) ?? parts[0])?.id

export type Dossier = ReturnType<typeof useDossier>

export const itemKey = (params: Params, item: string) => [...dossierKey(params), 'item', item] as const

/** @param fresh for how many milliseconds it is not read again: what was handed in changes no more */
export function useItem(params: Params, item: string | undefined, fresh = 0) {
  const api = useApi()
  return useQuery({
    queryKey: itemKey(params, item ?? ''),
    enabled: item !== undefined,
    staleTime: fresh,
    queryFn: () => api(dossierEndpoints.readDossierItem, { params: { ...params, item: item ?? '' } }),
  })
}

/** What was saved here is shown in every list at once. */
export function useSaved(params: Params): (item: DossierItem) => void {
  const queries = useQueryClient()
  return (item) => takeIn(queries, params, item)
}

function takeIn(queries: QueryClient, params: Params, item: DossierItem): void {
  const key = dossierKey(params)
  queries.setQueryData(itemKey(params, item.id), item)
  const part = queries.getQueryData<DossierPart>([...key, 'part', item.part])
  const line = part?.items.find(({ id }) => id === item.id)
  if (!part || !line) return
  queries.setQueryData([...key, 'part', item.part], withItem(part, item))
  // What of it differs from what is finished, the county says.
  if (queries.getQueryData<DossierPage>(key)?.changed) void queries.invalidateQueries({ queryKey: key, exact: true })
  queries.setQueryData<DossierPage>(
    key,
    (page) => page && withMended(withStatus(page, item.part, statusOf(line), statusOf(item)), item.part, line, item),
  )
}
