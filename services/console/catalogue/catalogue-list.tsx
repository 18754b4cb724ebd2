import { useQuery } from '@tanstack/react-query'
import { Card, Empty, Table, Typography } from 'antd'
import { Link } from 'wouter'
import { dateOf } from '#calendar/deadline.ts'
import { catalogueEndpoints } from '#contracts/catalogue.ts'
import { readMe } from '#contracts/read-me.ts'
import { useApi } from '../session/api.ts'
import { mayAsk } from '../session/may-ask.ts'
import { Loading, Refusal } from '../shell/states.tsx'

/** What a batch can choose, and what a plan gives out. */
export default function CatalogueList() {
  const api = useApi()
  const me = useQuery({ queryKey: ['me'], queryFn: () => api(readMe) })
  const publishes = mayAsk('publish-catalogue', me.data?.appointments ?? [])
  const { data, error, refetch } = useQuery({
    queryKey: ['catalogues'],
    queryFn: () => api(catalogueEndpoints.listCatalogues),
  })
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  return (
    <Card title={`标准和方案（${data.catalogues.length}份）`}>
      <Table
        rowKey="catalogue"
        dataSource={data.catalogues}
        pagination={false}
        locale={{ emptyText: <Empty description={publishes ? <HowToPublish /> : '还没有发布标准或方案'} /> }}
        columns={[
          {
            title: '名称',
            width: 210,
            render: (_, { catalogue, title }) => <Link href={`/console/catalogues/${catalogue}`}>{title}</Link>,
          },
          { title: '地方', dataIndex: 'place', width: 90 },
          { title: '来源', dataIndex: 'source' },
          { title: '内容', dataIndex: 'extent', width: 220 },
          { title: '版次', width: 80, render: (_, { versions }) => `第${versions.length}版` },
          {
            title: '发布',
            width: 120,
            render: (_, { versions }) => versions.slice(-1).map(({ at }) => dateOf(at)),
          },
        ]}
      />
    </Card>
  )
}

const HowToPublish = () => (
  <>
    还没有发布标准或方案。由法制办负责人在命令行发布，例如：
    <br />
    <Typography.Text code>
      npm run shifan -- catalogue publish sixian --api 网站地址 --token-file 令牌文件
    </Typography.Text>
  </>
)
