/** What lies behind a case, read apart from its page while the page is already on screen. */
import { useQuery } from '@tanstack/react-query'
import type { CasePage } from '#contracts/case-page.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { useApi } from '../session/api.ts'

/** As long as the case stands where it stands nothing of it changes. */
const keptUntilItMoves = (what: string, { batch, unit, visit }: CasePage) => ({
  queryKey: [what, batch.id, unit.id, visit],
  staleTime: Number.POSITIVE_INFINITY,
})

/** The forms of other steps, and work that is over. */
export function useEarlier(page: CasePage) {
  const api = useApi()
  return useQuery({
    ...keptUntilItMoves('earlier', page),
    enabled: page.others.length > 0 || page.worked,
    queryFn: () => api(intakeEndpoints.readEarlier, { params: { batch: page.batch.id, unit: page.unit.id } }),
  })
}

/** Visits to an inquiry before the last one, and why there was another. */
export function useInquiries(page: CasePage) {
  const api = useApi()
  return useQuery({
    ...keptUntilItMoves('inquiries', page),
    enabled: page.inquiry?.more ?? false,
    queryFn: () => api(intakeEndpoints.readInquiries, { params: { batch: page.batch.id, unit: page.unit.id } }),
  })
}
