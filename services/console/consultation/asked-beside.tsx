/** What organs reply, beside what is checked or listed: said to be on its way before its own part has come. */
import { type ComponentProps, Suspense } from 'react'
import { partOfPage } from '../session/parts.ts'
import { AskedComing } from './asked-coming.tsx'
import { useReadsConsultations } from './reads-consultations.ts'

const AskedLines = partOfPage(() => import('./asked-lines.tsx'))
const AskedOfList = partOfPage(() => import('./asked-of-list.tsx'))

/** Of one unit; nothing for whoever may not read it. */
export const AskedOfUnit = (props: ComponentProps<typeof AskedLines>) =>
  useReadsConsultations() && (
    <Suspense fallback={<AskedComing />}>
      <AskedLines {...props} />
    </Suspense>
  )

/** Of the units of a list. */
export const AskedOfUnits = (props: ComponentProps<typeof AskedOfList>) =>
  useReadsConsultations() && (
    <Suspense fallback={<AskedComing />}>
      <AskedOfList {...props} />
    </Suspense>
  )
