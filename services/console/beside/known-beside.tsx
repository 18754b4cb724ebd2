/** What organs reply of a unit and have found of it, beside what is checked or listed: said to be on its way before its own part has come. */
import { useQuery } from '@tanstack/react-query'
import { type ComponentProps, type ReactNode, Suspense } from 'react'
import { readMe } from '#contracts/read-me.ts'
import { useReadsConsultations } from '../consultation/reads-consultations.ts'
import { useApi } from '../session/api.ts'
import { mayAsk } from '../session/may-ask.ts'
import { partOfPage } from '../session/parts.ts'
import { Boundary } from '../shell/boundary.tsx'
import { BesideComing } from './beside-coming.tsx'

const OfUnit = partOfPage(() => import('./known-of-unit.tsx'))
const OfUnits = partOfPage(() => import('./known-of-units.tsx'))

/** Whoever sees every unit's results, which none of a unit does for working there. */
function useReadsResults(): boolean {
  const api = useApi()
  const { data } = useQuery({ queryKey: ['me'], queryFn: () => api(readMe) })
  return (
    data !== undefined &&
    mayAsk(
      'read-results',
      data.appointments.filter(({ unit }) => unit === undefined),
    )
  )
}
/** Where its part does not come, the page that it stands on stays. */
const Alone = ({ children }: { children: ReactNode }) => (
  <Boundary place="beside">
    <Suspense fallback={<BesideComing what="已知情况" />}>{children}</Suspense>
  </Boundary>
)

/** Of one unit; nothing for whoever may read nothing. */
export function KnownOfUnit(props: Omit<ComponentProps<typeof OfUnit>, 'asked' | 'found'>) {
  const [asked, found] = [useReadsConsultations(), useReadsResults()]
  if (!asked && !found) return null
  return (
    <Alone>
      <OfUnit {...props} asked={asked} found={found} />
    </Alone>
  )
}
/** What was found of it alone, where it is assessed. */
export function FoundOfUnit(props: { batch: string; unit: string }) {
  const found = useReadsResults()
  return (
    found && (
      <Alone>
        <OfUnit {...props} asked={false} found />
      </Alone>
    )
  )
}

/** Of the units of a list. */
export function KnownOfUnits(props: Omit<ComponentProps<typeof OfUnits>, 'asked' | 'found'>) {
  const [asked, found] = [useReadsConsultations(), useReadsResults()]
  if (props.units.length === 0 || (!asked && !found)) return null
  return (
    <Alone>
      <OfUnits {...props} asked={asked} found={found} />
    </Alone>
  )
}
