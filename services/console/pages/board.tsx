/** One batch: how many in each step, who is late, what comes next; then every case, every notice. */
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Col, Collapse, Empty, Flex, Row, Table, Tag, Typography } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { ApiError } from '#contracts/client.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { TrialTag } from '../shell/trial-tag.tsx'
import { BoardBar } from './board-bar.tsx'
import { BoardCases } from './board-cases.tsx'
import { type Board, whatComesNext } from './board-next.ts'
import { Due } from './due.tsx'
import { reviewPath } from './review/review-queue.ts'

export default function BoardPage({ batch }: { batch: string }) {
  const api = useApi()
  const { data, error, refetch } = useQuery({
    queryKey: ['board', batch],
    queryFn: () => api(viewsEndpoints.readBoard, { params: { batch } }),
  })
  const me = useQuery({ queryKey: ['me'], queryFn: () => api(rosterEndpoints.readMe) })
  const [step, choose] = useState<string>()
  if (error instanceof ApiError && error.status === 404) return <Empty description={error.message} />
  // A look that fails later must not take away what is on screen.
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  const holds = (wanted: string) => me.data?.appointments.some(({ appointment }) => appointment === wanted) ?? false
  const late = new Map<string, number>()
  for (const one of data.cases) if (one.late) late.set(one.step, (late.get(one.step) ?? 0) + 1)
  const count = (wanted: string) => data.steps.find((one) => one.step === wanted)?.count ?? 0
  const firstReview = data.cases.find((one) => one.step === 'review' && !one.entered)
  return (
    <Flex vertical gap={12}>
      <Card size="small">
        <Flex gap={12} align="center" wrap>
          <Typography.Title level={2} style={{ margin: 0, fontSize: 19 }}>
            {data.title}
          </Typography.Title>
          {data.trial && <TrialTag />}
          <Typography.Text type="secondary" style={{ flex: 1 }}>
            {data.batch} · 申请截止 {data.due?.said} · 共{data.cases.length}家申请
            {data.standard && (
              <>
                {' · 标准 '}
                <Link
                  href={`/console/catalogues/${data.standard.catalogue}?version=${data.standard.version}`}
                  style={{ textDecoration: 'underline' }}
                >
                  {data.standard.title}
                </Link>
              </>
            )}
          </Typography.Text>
          {holds('officeOfficer') && firstReview && (
            <Link href={reviewPath(batch, firstReview.unit)}>
              <Button type="primary">初审（{count('review')}件）</Button>
            </Link>
          )}
          {holds('officeOfficer') && (
            <Link href={`/console/batches/${batch}/notices/new`}>
              <Button>准备公示</Button>
            </Link>
          )}
          <Link href={`/console/batches/${batch}/resolutions/executiveMeeting`}>
            <Button>常务会议决定</Button>
          </Link>
        </Flex>
      </Card>
      <Row gutter={12}>
        <Col span={14}>
          <Card size="small" title="进展" style={{ height: '100%' }}>
            <BoardBar
              steps={data.steps.filter(({ ending }) => !ending)}
              endings={data.steps.filter(({ ending }) => ending)}
              late={late}
              chosen={step}
              choose={choose}
            />
          </Card>
        </Col>
        <Col span={10}>
          <Card size="small" title="接下来" style={{ height: '100%' }}>
            <Next board={data} />
          </Card>
        </Col>
      </Row>
      <BoardCases
        board={data}
        step={step}
        choose={choose}
        isOfficer={holds('officeOfficer')}
        mayRemind={holds('officeOfficer') || holds('officeHead')}
      />
      <Notices board={data} />
    </Flex>
  )
}

function Next({ board }: { board: Board }) {
  const coming = whatComesNext(board)
  return (
    <Flex vertical gap={6}>
      {coming.length === 0 && <Typography.Text type="secondary">没有待办和临近的期限</Typography.Text>}
      {coming.slice(0, 8).map(({ key, due, what, path }) => (
        <Flex key={key} gap={8} align="start" justify="space-between">
          <span>{path ? <Link href={path}>{what}</Link> : what}</span>
          {due && <Due due={due} now={board.now} />}
        </Flex>
      ))}
      {board.notBegun.length > 0 && (
        <Collapse
          size="small"
          items={[
            {
              key: 'not-begun',
              label: `还没有开始申请的单位（${board.notBegun.length}家）`,
              children: board.notBegun.map(({ name }) => name).join('、'),
            },
          ]}
        />
      )}
    </Flex>
  )
}

const Notices = ({ board }: { board: Board }) => (
  <Card size="small" title="公示">
    <Table
      rowKey="n"
      size="small"
      dataSource={board.notices}
      pagination={false}
      locale={{ emptyText: <Empty description="还没有公示" /> }}
      columns={[
        { title: '期次', render: (_, { n }) => `第${n}期`, width: 80 },
        {
          title: '标题',
          render: (_, { n, title }) => <Link href={`/console/batches/${board.batch}/notices/${n}`}>{title}</Link>,
        },
        { title: '单位', render: (_, { units }) => `${units}家`, width: 80 },
        {
          title: '期满',
          render: (_, { due, closed }) => (closed ? due.said : <Due due={due} now={board.now} />),
          width: 260,
        },
        {
          title: '异议',
          render: (_, { objections, openObjections }) =>
            openObjections > 0 ? (
              <Tag color="warning">{`${objections}件，未办结${openObjections}件`}</Tag>
            ) : (
              `${objections}件`
            ),
          width: 160,
        },
        {
          title: '状态',
          width: 90,
          render: (_, { closed }) => (
            <Tag color={closed ? 'default' : 'processing'}>{closed ? '已结束' : '公示中'}</Tag>
          ),
        },
      ]}
    />
  </Card>
)
