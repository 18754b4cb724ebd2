import { useQuery } from '@tanstack/react-query'
import { Alert, Card, Empty, Table, Tag, Typography } from 'antd'
import { OF_CALLS, WHEN_STOPPED } from '#batch/files-of-call.ts'
import { said } from '#calendar/said.ts'
import { evidenceEndpoints, type Scan } from '#contracts/evidence.ts'
import { saidSize } from '#evidence/said-size.ts'
import { usePrinting } from '../print/use-printing.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { WithSummary } from '../summary/with-summary.tsx'

/** How often a page that is open looks whether the scanner has said more. */
const LOOK_MS = 15_000

/** What waits for the county's malware scanner, and what it found bad: for the office. */
export default function Scans() {
  const api = useApi()
  const printing = usePrinting()
  const { data, error, refetch } = useQuery({
    queryKey: ['scans'],
    queryFn: () => api(evidenceEndpoints.listScans),
    refetchInterval: LOOK_MS,
  })
  // A look that fails later must not take away what is on screen.
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  const bad = data.items.filter(({ status }) => status === 'infected')
  const waiting = data.items.length - bad.length
  // What was found bad first, the latest before the others.
  const shown = [...data.items].sort((a, b) => a.status.localeCompare(b.status) || b.since.localeCompare(a.since))
  return (
    <Card title={`查毒（查出病毒${bad.length}个，等待查毒${waiting}个）`}>
      <Typography.Paragraph type="secondary">
        上传的材料由本县的查毒程序检查，没有查出病毒才能打开和引用。查出病毒的，系统已告知上传人；请提醒该单位查杀电脑病毒，重新制作文件后上传。
      </Typography.Paragraph>
      {bad.some(({ owner }) => owner === OF_CALLS) && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={`创建通知的附件查出病毒的，不再提供。还没有签发的，退回后换掉。${WHEN_STOPPED}。`}
        />
      )}
      <WithSummary title="查毒情况">
        <Table
          rowKey={({ owner, sha256, since, size }: Scan) => `${owner}/${sha256 ?? `${since} ${size}`}`}
          dataSource={shown}
          pagination={shown.length > 50 && !printing ? { pageSize: 50 } : false}
          locale={{ emptyText: <Empty description="没有等待查毒或查出病毒的文件" /> }}
          columns={[
            {
              title: '状态',
              width: 120,
              render: (_, { status }) =>
                status === 'infected' ? <Tag color="error">查出病毒</Tag> : <Tag>等待查毒</Tag>,
            },
            {
              title: '文件',
              render: (_, { name, sha256 }) => name ?? (sha256 ? `${sha256.slice(0, 12)}…` : '（不显示名称）'),
            },
            { title: '材料', render: (_, { what, unit }) => (unit ? `${unit}的${what}` : what) },
            { title: '病毒名称', render: (_, { finding }) => finding ?? '' },
            { title: '大小', width: 90, render: (_, { size }) => saidSize(size) },
            { title: '核验时间', width: 230, render: (_, { since }) => said(since) },
          ]}
        />
      </WithSummary>
    </Card>
  )
}
