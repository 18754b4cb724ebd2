import { Suspense } from 'react'
import type { CasePage } from '#contracts/case-page.ts'
import { partOfPage } from '../session/parts.ts'

const SinceFinished = partOfPage(() => import('../dossier/since-finished.tsx'))

/** Where a form is filled in, signed or handed in that holds a finished self-assessment. */
export const FinishedSince = ({ page, leads = true }: { page: CasePage; leads?: boolean }) =>
  page.dossier && page.form?.step === page.step && page.form.selfAssessment?.pinned ? (
    <Suspense>
      <SinceFinished page={page} leads={leads} />
    </Suspense>
  ) : null
