/** Visits of the office to a unit that works, what was found, and how it was mended. */
import { useQuery } from '@tanstack/react-query'
import { Card, Empty, Flex, Typography } from 'antd'
import { saidDay, shownMinute } from '#calendar/said.ts'
import type { FileReference } from '#contracts/case-page.ts'
import { type InspectionPage, inspectionEndpoints } from '#contracts/work/inspection.ts'
import { FileButtons } from '../panels/file-buttons.tsx'
import { useApi } from '../session/api.ts'
import { partOfPage } from '../session/parts.ts'
import { Refusal } from '../shell/states.tsx'
import { FindingCard } from './finding-card.tsx'
import type { About } from './use-inspection.ts'

const RecordVisit = partOfPage(() => import('./record-visit.tsx'))

type Props = About & { open: (file: FileReference) => void }

export default function InspectionPanel({ open, ...about }: Props) {
  const api = useApi()
  const { batch, unit } = about
  const { data, error, refetch } = useQuery({
    queryKey: ['inspection', batch, unit],
    queryFn: () => api(inspectionEndpoints.readInspection, { params: { batch, unit } }),
  })
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Card size="small" type="inner" title="监督检查" loading />
  return (
    <Card size="small" type="inner" title={`监督检查（${data.seen}次）`}>
      <Flex vertical gap={12}>
        {data.visits.length === 0 && <Empty description="还没有登记监督检查" />}
        {data.visits.map((visit) => (
          <VisitShown key={visit.n} visit={visit} page={data} about={about} open={open} />
        ))}
        {data.may.record && <RecordVisit page={data} {...about} />}
      </Flex>
    </Card>
  )
}

type VisitProps = {
  visit: InspectionPage['visits'][number]
  page: InspectionPage
  about: About
  open: (file: FileReference) => void
}
const VisitShown = ({ visit, page, about, open }: VisitProps) => (
  <section aria-label={`第${visit.n}次监督检查`}>
    <Typography.Text strong>
      第{visit.n}次：{saidDay(visit.on)}，{visit.place}，检查人员{visit.visitors.join('、')}
    </Typography.Text>
    <div>
      <Typography.Text type="secondary">
        {shownMinute(visit.at)} {visit.by}登记
      </Typography.Text>
    </div>
    <div style={{ whiteSpace: 'pre-wrap' }}>{visit.text}</div>
    <FileButtons files={visit.files} open={open} />
    {visit.findings.length === 0 && <Typography.Text type="secondary">没有发现问题。</Typography.Text>}
    <Flex vertical gap={8} style={{ marginTop: 8 }}>
      {visit.findings.map((finding) => (
        <FindingCard key={finding.item} {...{ n: visit.n, finding, about, open, may: page.may }} />
      ))}
    </Flex>
  </section>
)
