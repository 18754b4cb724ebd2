import { useQuery } from '@tanstack/react-query'
import { Card, Empty, Table, Typography } from 'antd'
import { Link } from 'wouter'
import { viewsEndpoints, type WorkItem } from '#contracts/views.ts'
import { usePrinting } from '../print/use-printing.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { TrialTag } from '../shell/trial-tag.tsx'
import { WithSummary } from '../summary/with-summary.tsx'
import { Due } from './due.tsx'

export default function Worklist() {
  const api = useApi()
  const printing = usePrinting()
  const { data, error, refetch } = useQuery({ queryKey: ['worklist'], queryFn: () => api(viewsEndpoints.readWorklist) })
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  return (
    <Card
      title={
        <Typography.Title level={2} style={{ margin: 0, fontSize: 19 }}>
          我的待办（{data.items.length}）
        </Typography.Title>
      }
    >
      <WithSummary title="我的待办">
        <Table<WorkItem>
          className="stacks"
          rowKey={({ kind, path, todo }) => `${kind} ${path} ${todo}`}
          dataSource={data.items}
          pagination={data.items.length > 50 && !printing ? { pageSize: 50 } : false}
          locale={{ emptyText: <Empty description="现在没有等您办理的事项" /> }}
          columns={[
            { title: '单位', render: (_, { unit }) => unit?.name ?? '—' },
            { title: '事项', render: (_, { title, todo, path }) => <Link href={path}>{todo || title}</Link> },
            { title: '环节', dataIndex: 'stepTitle' },
            {
              title: '批次',
              render: (_, { batch, trial }) => (
                <>
                  {batch} {trial && <TrialTag />}
                </>
              ),
            },
            { title: '截止', render: (_, { due }) => <Due due={due} now={data.now} /> },
          ]}
        />
      </WithSummary>
    </Card>
  )
}
