/** One notice: its list and period, proof that it stood, its objections, and its closing. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, Col, Descriptions, Empty, Flex, Popconfirm, Row, Table, Tag, Typography } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { ApiError } from '#contracts/client.ts'
import { noticeEndpoints, type NoticePage as Page } from '#contracts/notice.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { useApi } from '../../session/api.ts'
import { Loading, Refusal } from '../../shell/states.tsx'
import { TrialTag } from '../../shell/trial-tag.tsx'
import { Due } from '../due.tsx'
import { Objections } from './objections.tsx'
import { Proofs } from './proofs.tsx'

export default function NoticePage({ batch, n }: { batch: string; n: string }) {
  const api = useApi()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const params = { batch, n }
  const {
    data: page,
    error,
    refetch,
  } = useQuery({ queryKey: ['notice', batch, n], queryFn: () => api(noticeEndpoints.readNotice, { params }) })
  const worklist = useQuery({ queryKey: ['worklist'], queryFn: () => api(viewsEndpoints.readWorklist) })
  const [closing] = useState(() => crypto.randomUUID())
  if (error instanceof ApiError && error.status === 404) return <Empty description={error.message} />
  // A look that fails later must not take away what is on screen.
  if (error && !page) return <Refusal error={error} again={refetch} />
  if (!page) return <Loading />
  const reload = () => queries.invalidateQueries()
  const act = (doing: Promise<unknown>, done = '已办理') =>
    doing.then(
      () => {
        message.success(done)
        return reload()
      },
      // Somebody else may have been first: the page shows who.
      (refused: Error) => {
        message.error(refused.message, 6)
        return reload()
      },
    )
  return (
    <Flex vertical gap={12}>
      <Row gutter={12}>
        <Col span={16}>
          <Card
            size="small"
            style={{ height: '100%' }}
            title={`第${page.n}期公示`}
            extra={
              <Flex gap={8}>
                <Link href={`/console/batches/${batch}`}>批次进展</Link>
                <Button size="small" href={page.page} target="_blank">
                  公开页面
                </Button>
                {page.commands.includes('close-notice') && (
                  <Popconfirm
                    title="结束公示后不能重新开始，确认结束？"
                    okText="结束公示"
                    cancelText="再想想"
                    onConfirm={() =>
                      act(api(noticeEndpoints.closeNotice, { params, body: {}, command: closing }), '公示已结束')
                    }
                  >
                    <Button size="small" type="primary">
                      结束公示
                    </Button>
                  </Popconfirm>
                )}
              </Flex>
            }
          >
            <Facts page={page} now={worklist.data?.now} />
          </Card>
        </Col>
        <Col span={8}>
          <Proofs page={page} reload={reload} />
        </Col>
      </Row>
      <Objections page={page} now={worklist.data?.now} act={act} reload={reload} />
      <Lines page={page} />
    </Flex>
  )
}

const Facts = ({ page, now }: { page: Page; now: string | undefined }) => (
  <>
    <Typography.Title level={2} style={{ marginTop: 0, fontSize: 16 }}>
      {page.title} {page.trial && <TrialTag />}
    </Typography.Title>
    <Descriptions
      column={1}
      size="small"
      items={[
        {
          key: 'state',
          label: '状态',
          children: page.closed ? (
            <Tag>已结束（{page.closed.by}）</Tag>
          ) : (
            <>
              <Tag color="processing">公示中</Tag>
              <Due due={{ lateFrom: page.period.lateFrom, said: `${page.period.lastDay} 24时期满` }} now={now} />
            </>
          ),
        },
        { key: 'period', label: '公示期', children: `${page.period.said}。${page.period.explained}` },
        { key: 'place', label: '发布', children: `${page.publication.on}，${page.publication.place}` },
        { key: 'next', label: '下一步', children: whatNext(page) },
      ]}
    />
  </>
)

function whatNext({ closed, commands, objections }: Page): string {
  if (closed) return '没有异议或异议不成立的单位已转常务会议。'
  const open = objections.filter(({ status }) => ['received', 'admitted'].includes(status)).length
  if (commands.includes('close-notice')) return '公示期已满，没有未办结的异议，可以结束公示（系统也会自动结束）。'
  if (open > 0) return `还有${open}件异议没有办结；办结前不能结束公示。`
  return '期满后没有未办结的异议，系统自动结束公示，单位转常务会议。'
}

const Lines = ({ page }: { page: Page }) => (
  <Card size="small" title={`公示名单（${page.lines.length}家）`}>
    <Table
      rowKey="unit"
      size="small"
      dataSource={page.lines}
      pagination={page.lines.length > 50 ? { pageSize: 50 } : false}
      columns={[
        {
          title: '单位',
          render: (_, { unit, name }) => <Link href={`/console/cases/${page.batch}/${unit}`}>{name}</Link>,
        },
        {
          title: '公示结果',
          render: (_, { outcomeTitle, setAside }) => (setAside ? `未适用：${setAside}` : (outcomeTitle ?? '—')),
        },
      ]}
    />
  </Card>
)
