import { useQuery } from '@tanstack/react-query'
import { Button, Card, Empty, Table, Tag } from 'antd'
import { Link } from 'wouter'
import { dateOf } from '#calendar/deadline.ts'
import { readMe } from '#contracts/read-me.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { useApi } from '../session/api.ts'
import { mayAsk } from '../session/may-ask.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { TrialTag } from '../shell/trial-tag.tsx'
import { Due } from '../worklist/due.tsx'

export default function Batches() {
  const api = useApi()
  const { data, error, refetch } = useQuery({ queryKey: ['batches'], queryFn: () => api(viewsEndpoints.listBatches) })
  const me = useQuery({ queryKey: ['me'], queryFn: () => api(readMe) })
  // A look that fails later must not take away what is on screen.
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  const mayCall = mayAsk('prepare-call', me.data?.appointments ?? [])
  return (
    <Card
      title="批次"
      extra={
        mayCall && (
          <Link href="/console/calls/new">
            <Button type="primary">拟制创建通知</Button>
          </Link>
        )
      }
    >
      {data.calls.length > 0 && (
        <ul aria-label="拟制中的创建通知" style={{ listStyle: 'none', margin: '0 0 16px', padding: 0 }}>
          {data.calls.map(({ batch, title, trial, returned }) => (
            <li key={batch}>
              <Tag color={returned ? 'warning' : 'processing'}>{returned ? '已退回' : '待签发'}</Tag>
              {batch} <Link href={`/console/batches/${batch}/call`}>{title}</Link> {trial && <TrialTag />}
            </li>
          ))}
        </ul>
      )}
      <Table
        className="stacks"
        rowKey="batch"
        dataSource={data.batches}
        pagination={false}
        locale={{ emptyText: <Empty description="还没有批次" /> }}
        columns={[
          { title: '批次', dataIndex: 'batch' },
          {
            title: '名称',
            render: (_, { batch, title, trial, cancelled }) => (
              <>
                <Link href={`/console/batches/${batch}`}>{title}</Link> {trial && <TrialTag />}{' '}
                {cancelled && <Tag color="error">已取消</Tag>}
              </>
            ),
          },
          { title: '发布', render: (_, { openedAt }) => dateOf(openedAt) },
          { title: '申请截止', render: (_, { due }) => <Due due={due} now={data.now} /> },
        ]}
      />
    </Card>
  )
}
