/** What organs reply of units, in a line for each letter, where it is checked and listed. */
import { Card, Flex, Typography } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { ConsultationsPage } from '#contracts/consultation/consultation.ts'
import { inNameOrder } from '#typed/names.ts'
import { askedAbout } from './asked-about.ts'
import { useConsultations, useReadsConsultations } from './use-consultations.ts'

/** The letters of a batch, for whoever reads them; nothing is said while they are not there, and where there are none. */
function useAsked(batch: string): ConsultationsPage | undefined {
  const reads = useReadsConsultations()
  const { data } = useConsultations(batch, reads)
  return data
}

function LinesOf({ page, unit }: { page: ConsultationsPage; unit: string }) {
  return askedAbout(page, unit).map(({ n, reference, said, known }) => (
    <div key={n}>
      <Link href={`/console/batches/${page.batch.id}/consultations`}>函询（{reference}）</Link>：{said}
      {known.map(({ organ, text }) => (
        <div key={organ} style={{ whiteSpace: 'pre-wrap' }}>
          <Typography.Text type="danger">{organ}反映：</Typography.Text>
          {text}
        </div>
      ))}
    </div>
  ))
}

const Frame = ({ children }: { children: ReactNode }) => (
  <Card size="small" title="函询" className="not-printed" role="region" aria-label="函询">
    {children}
  </Card>
)

/** Of one unit, beside what is checked of it. */
export default function AskedLines({ batch, unit }: { batch: string; unit: string }) {
  const page = useAsked(batch)
  if (!page || askedAbout(page, unit).length === 0) return null
  return (
    <Frame>
      <LinesOf page={page} unit={unit} />
    </Frame>
  )
}

type Listed = { readonly unit: string; readonly name: string }
/** Of the units of a list. */
export function AskedOfList({ batch, units }: { batch: string; units: readonly Listed[] }) {
  const page = useAsked(batch)
  if (!page || page.letters.length === 0 || units.length === 0) return null
  return (
    <Frame>
      <Flex vertical gap={8} style={{ maxHeight: 320, overflow: 'auto' }}>
        {inNameOrder(units).map(({ unit, name }) => (
          <div key={unit}>
            <Typography.Text strong>{name}</Typography.Text>
            {askedAbout(page, unit).length === 0 ? '：没有函询' : <LinesOf page={page} unit={unit} />}
          </div>
        ))}
      </Flex>
    </Frame>
  )
}
