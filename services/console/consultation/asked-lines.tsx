/** What organs reply of a unit, in a line for each letter, where it is checked. */
import { Card, Typography } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { ConsultationsPage } from '#contracts/consultation/consultation.ts'
import { askedAbout } from './asked-about.ts'
import { useReadsConsultations } from './reads-consultations.ts'
import { useConsultations } from './use-consultations.ts'

/** The letters of a batch, for whoever reads them; nothing is said while they are not there, and where there are none. */
export function useAsked(batch: string): ConsultationsPage | undefined {
  const reads = useReadsConsultations()
  const { data } = useConsultations(batch, reads)
  return data
}

export function LinesOf({ page, unit }: { page: ConsultationsPage; unit: string }) {
  return askedAbout(page, unit).map(({ n, reference, said, known }) => (
    <div key={n}>
      <Link href={`/console/batches/${page.batch.id}/consultations`} className="in-text">
        函询（{reference}）
      </Link>
      ：{said}
      {known.map(({ organ, text }) => (
        <div key={organ} style={{ whiteSpace: 'pre-wrap' }}>
          <Typography.Text type="danger">{organ}反映：</Typography.Text>
          {text}
        </div>
      ))}
    </div>
  ))
}

export const Asked = ({ children }: { children: ReactNode }) => (
  <Card size="small" title="函询" className="not-printed" role="region" aria-label="函询" style={{ marginBlock: 8 }}>
    {children}
  </Card>
)

/** Of one unit, beside what is checked of it. */
export default function AskedLines({ batch, unit }: { batch: string; unit: string }) {
  const page = useAsked(batch)
  if (!page || askedAbout(page, unit).length === 0) return null
  return (
    <Asked>
      <LinesOf page={page} unit={unit} />
    </Asked>
  )
}
