import { useQuery } from '@tanstack/react-query'
import { Button, Card, Empty, Input, Space, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { saidDay } from '#calendar/said.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { byName, isFound } from '#typed/names.ts'
import { usePrinting } from '../print/use-printing.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'

/** Who holds the title: the same units as on the public register, with the way to their files. */
export default function Register() {
  const api = useApi()
  const printing = usePrinting()
  const { data, error, refetch } = useQuery({ queryKey: ['register'], queryFn: () => api(viewsEndpoints.readRegister) })
  const [name, setName] = useState('')
  // A look that fails later must not take away what is on screen.
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  const titles = data.titles.filter((one) => isFound(one.name, name))
  return (
    <Card
      title={`示范单位名录（${data.titles.length}个单位）`}
      extra={
        <Space>
          <Input.Search
            aria-label="按单位查找"
            placeholder="单位名称"
            allowClear
            style={{ width: 200 }}
            onChange={({ target }) => setName(target.value)}
          />
          <Button href="/public/register.html" target="_blank">
            公开名录
          </Button>
        </Space>
      }
    >
      <Table
        className="stacks"
        rowKey={({ unit, batch }) => `${unit} ${batch}`}
        dataSource={titles}
        pagination={titles.length > 50 && !printing ? { pageSize: 50 } : false}
        locale={{
          emptyText: <Empty description={name ? '没有这个单位' : '还没有命名的单位；命名后自动列入'} />,
        }}
        columns={[
          {
            title: '单位',
            render: (_, { unit, batch, name }) => <Link href={`/console/cases/${batch}/${unit}`}>{name}</Link>,
            sorter: byName,
          },
          { title: '批次', render: (_, { batch }) => <Link href={`/console/batches/${batch}`}>{batch}</Link> },
          { title: '命名日期', dataIndex: 'on', render: saidDay, sorter: (a, b) => a.on.localeCompare(b.on) },
        ]}
      />
    </Card>
  )
}
