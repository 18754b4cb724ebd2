/** What organs reply of a unit, in a line for each letter, where it is checked. */
import { Alert, Button, Card, Typography } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { ConsultationsPage } from '#contracts/consultation/consultation.ts'
import { askedAbout } from './asked-about.ts'
import { AskedComing } from './asked-coming.tsx'
import { useConsultations } from './use-consultations.ts'

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

/** The letters of a batch as `shown` has them. Whoever checks a unit is told where they could not be read: no line would say that nobody was asked. */
export function AskedOf({ batch, shown }: { batch: string; shown: (page: ConsultationsPage) => ReactNode }) {
  const { data, fetchStatus, isError, refetch } = useConsultations(batch)
  if (data) return shown(data)
  if (!isError && fetchStatus === 'fetching') return <AskedComing />
  return (
    <Asked>
      <Alert
        type="error"
        showIcon
        role="alert"
        title="函询没有读到，请重试。"
        action={
          <Button size="small" loading={fetchStatus === 'fetching'} onClick={() => void refetch()}>
            重试
          </Button>
        }
      />
    </Asked>
  )
}

/** Of one unit, beside what is checked of it. */
export default function AskedLines({ batch, unit }: { batch: string; unit: string }) {
  const shown = (page: ConsultationsPage) =>
    askedAbout(page, unit).length > 0 && (
      <Asked>
        <LinesOf page={page} unit={unit} />
      </Asked>
    )
  return <AskedOf batch={batch} shown={shown} />
}
