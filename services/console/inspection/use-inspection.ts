import { useQueryClient } from '@tanstack/react-query'
import type { InspectionPage } from '#contracts/work/inspection.ts'

/** Whose inspection it is. */
export type About = { readonly batch: string; readonly unit: string }

/** Shows the page that came back, and asks anew for the lists that tell of it. */
export function useShowInspection({ batch, unit }: About): (page: InspectionPage) => void {
  const queries = useQueryClient()
  return (page) => {
    queries.setQueryData(['inspection', batch, unit], page)
    void queries.invalidateQueries({ queryKey: ['worklist'] })
    void queries.invalidateQueries({ queryKey: ['board', batch] })
  }
}
