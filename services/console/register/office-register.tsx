import { useQuery } from '@tanstack/react-query'
import { Button, Card, Empty, Flex, Input, Space, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { saidDay } from '#calendar/said.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { howMany } from '#title/how-many.ts'
import { isOver } from '#title/standing.ts'
import { byName, isFound } from '#typed/names.ts'
import { usePrinting } from '../print/use-printing.ts'
import { useApi } from '../session/api.ts'
import { partOfPage } from '../session/parts.ts'
import { useMay } from '../session/use-may.ts'
import { namedColumn } from '../shell/named-column.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { WithSummary } from '../summary/with-summary.tsx'
import { StandingTag } from '../titles/standing-tag.tsx'

const EnterTitle = partOfPage(() => import('./enter-title.tsx'))

/** Who holds the title and who held it: the same units as on the public register, with the way to their titles. */
export default function Register() {
  const api = useApi()
  const printing = usePrinting()
  const readsBoard = useMay('read-board')
  const { data, error, refetch } = useQuery({ queryKey: ['register'], queryFn: () => api(viewsEndpoints.readRegister) })
  const [name, setName] = useState('')
  // A look that fails later must not take away what is on screen.
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  const holding = data.titles.filter(({ standing }) => standing && !isOver(standing))
  const titles = data.titles.filter((one) => isFound(one.name, name))
  return (
    <Card title={`示范单位名录（${howMany(holding.map(({ unit }) => unit))}）`}>
      <Flex justify="end" style={{ marginBottom: 12 }}>
        <Space wrap>
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
      </Flex>
      <WithSummary title="示范单位名录" narrowed={{ 单位: name }}>
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
              render: (_, { unit, batch, name, path, hasCase }) => {
                const to = path ?? (hasCase ? `/console/cases/${batch}/${unit}` : undefined)
                return to ? <Link href={to}>{name}</Link> : name
              },
              sorter: byName,
            },
            {
              ...namedColumn('批次'),
              render: (_, { batch, ofSystem }) =>
                ofSystem && readsBoard ? <Link href={`/console/batches/${batch}`}>{batch}</Link> : batch,
            },
            {
              ...namedColumn('命名日期'),
              dataIndex: 'on',
              render: saidDay,
              sorter: (a, b) => a.on.localeCompare(b.on),
            },
            {
              ...namedColumn('称号'),
              render: (_, { standing, standingTitle, endedOn }) => (
                <>
                  <StandingTag standing={standing} said={standingTitle} />
                  {endedOn && saidDay(endedOn)}
                </>
              ),
            },
            { ...namedColumn('证书编号'), render: (_, { certificate }) => certificate ?? '—' },
            { ...namedColumn('年度复查'), render: (_, { rechecked }) => (rechecked ? `${rechecked}年` : '—') },
          ]}
        />
      </WithSummary>
      {data.units && (
        <Flex className="not-printed" style={{ marginTop: 12 }}>
          <EnterTitle units={data.units} />
        </Flex>
      )}
    </Card>
  )
}
