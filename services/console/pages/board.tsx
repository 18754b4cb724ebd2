import { useQuery } from '@tanstack/react-query'
import { Button, Card, Empty, Flex, Statistic, Table, Tag, Typography } from 'antd'
import { Link } from 'wouter'
import { viewsEndpoints } from '#contracts/views.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { Due } from './due.tsx'

export default function Board({ batch }: { batch: string }) {
  const api = useApi()
  const { data, error, refetch } = useQuery({
    queryKey: ['board', batch],
    queryFn: () => api(viewsEndpoints.readBoard, { params: { batch } }),
  })
  if (error) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  return (
    <Flex vertical gap={16}>
      <Card>
        <Flex gap={16} align="center" wrap>
          <Typography.Title level={3} style={{ margin: 0 }}>
            {data.title}
          </Typography.Title>
          {data.trial && <Tag color="gold">演练</Tag>}
          <Link href={`/console/batches/${batch}/notices/new`}>
            <Button>准备公示</Button>
          </Link>
          <Link href={`/console/batches/${batch}/resolutions/executiveMeeting`}>
            <Button>常务会议决定</Button>
          </Link>
        </Flex>
        <Flex gap={32} wrap style={{ marginTop: 16 }}>
          {data.steps.map(({ step, title, count }) => (
            <Statistic key={step} title={title} value={count} suffix="家" />
          ))}
        </Flex>
      </Card>
      <Card title="申报件">
        <Table
          rowKey="unit"
          dataSource={data.cases}
          pagination={data.cases.length > 100 ? { pageSize: 100 } : false}
          locale={{ emptyText: <Empty description="还没有单位开始申请" /> }}
          columns={[
            {
              title: '单位',
              render: (_, { name, path }) => <Link href={path}>{name}</Link>,
              sorter: (a, b) => a.name.localeCompare(b.name, 'zh-CN'),
            },
            {
              title: '环节',
              render: (_, { stepTitle, ended }) => <Tag color={ended ? 'default' : 'processing'}>{stepTitle}</Tag>,
              filters: data.steps.map(({ step, title }) => ({ text: title, value: step })),
              onFilter: (step, row) => row.step === step,
            },
            { title: '截止', render: (_, { due }) => <Due due={due} /> },
          ]}
        />
      </Card>
      <Card title="公示">
        <Table
          rowKey="n"
          dataSource={data.notices}
          pagination={false}
          locale={{ emptyText: <Empty description="还没有公示" /> }}
          columns={[
            { title: '期次', dataIndex: 'n' },
            {
              title: '标题',
              render: (_, { n, title }) => <Link href={`/console/batches/${batch}/notices/${n}`}>{title}</Link>,
            },
            { title: '公示截止日', dataIndex: 'lastDay' },
            { title: '异议', dataIndex: 'objections' },
            {
              title: '状态',
              render: (_, { closed }) => (
                <Tag color={closed ? 'default' : 'processing'}>{closed ? '已结束' : '公示中'}</Tag>
              ),
            },
          ]}
        />
      </Card>
    </Flex>
  )
}
