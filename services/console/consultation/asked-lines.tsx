/** What organs reply of a unit, in a line for each letter, where it is checked. */
import { Typography } from 'antd'
import { Link } from 'wouter'
import type { ConsultationsPage } from '#contracts/consultation/consultation.ts'
import { BesideCard, BesideList, BesideOf, type Listed } from '../beside/beside-card.tsx'
import { askedAbout } from './asked-about.ts'
import { useConsultations } from './use-consultations.ts'

const WHAT = '函询'

function LinesOf({ page, unit }: { page: ConsultationsPage; unit: string }) {
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

/** Of one unit, beside what is checked of it. */
export function AskedLines({ batch, unit }: { batch: string; unit: string }) {
  const shown = (page: ConsultationsPage) =>
    askedAbout(page, unit).length > 0 && (
      <BesideCard what={WHAT}>
        <LinesOf page={page} unit={unit} />
      </BesideCard>
    )
  return <BesideOf what={WHAT} query={useConsultations(batch)} shown={shown} />
}

/** Of the units of a list. */
export function AskedOfList({ batch, units }: { batch: string; units: readonly Listed[] }) {
  const of = (page: ConsultationsPage) => (unit: string) =>
    askedAbout(page, unit).length > 0 ? <LinesOf page={page} unit={unit} /> : undefined
  const shown = (page: ConsultationsPage) =>
    page.letters.length > 0 && <BesideList what={WHAT} units={units} none="没有函询" of={of(page)} />
  return <BesideOf what={WHAT} query={useConsultations(batch)} shown={shown} />
}
