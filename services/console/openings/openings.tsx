import { useQuery } from '@tanstack/react-query'
import { Alert, Card, Empty, Input, Space, Table } from 'antd'
import { useState } from 'react'
import { said, saidDay } from '#calendar/said.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { isDay } from '#contracts/forms.ts'
import { byName, isFound } from '#typed/names.ts'
import { DateField } from '../forms/date-field.tsx'
import { usePrinting } from '../print/use-printing.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { WithSummary } from '../summary/with-summary.tsx'

/** Who has opened which file and read whose contact, day by day: for the head of the office, and for the auditor. */
export default function Openings() {
  const api = useApi()
  const printing = usePrinting()
  const [typed, setTyped] = useState<string>()
  const [words, setWords] = useState('')
  const asked = typed !== undefined && isDay(typed) ? typed : undefined
  const { data, error, refetch } = useQuery({
    queryKey: ['openings', asked],
    queryFn: () => api(evidenceEndpoints.listOpenings, { query: asked ? { day: asked } : {} }),
    placeholderData: (before) => before,
  })
  // A look that fails later must not take away what is on screen.
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  const shown = data.openings.filter((one) =>
    [one.person, one.unit, one.name, one.objection].some((text) => text !== undefined && isFound(text, words)),
  )
  return (
    <Card
      title={`材料查阅记录（${saidDay(data.day)}，${data.openings.length}次）`}
      extra={
        <Space align="start">
          <label htmlFor="openings-day">日期</label>
          <DateField
            id="openings-day"
            value={typed ?? data.today}
            onChange={setTyped}
            latest={data.today}
            size="small"
          />
          <Input.Search
            aria-label="按人员、单位或文件查找"
            placeholder="人员、单位或文件"
            allowClear
            style={{ width: 200 }}
            onChange={({ target }) => setWords(target.value)}
          />
        </Space>
      }
    >
      {data.left !== undefined && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          message={`当日还有${data.left}次较早的查阅没有列出，都保存在系统记录中。`}
        />
      )}
      <WithSummary title={`${saidDay(data.day)}材料查阅记录`} narrowed={{ '人员、单位或文件': words }}>
        <Table
          rowKey={({ at, person, what, unit = '', sha256 = '', objection = '', name = '' }) =>
            [at, person, what, unit, sha256, objection, name].join(' ')
          }
          dataSource={shown}
          pagination={shown.length > 50 && !printing ? { pageSize: 50 } : false}
          locale={{ emptyText: <Empty description={words ? '没有符合的记录' : '这一天没有人查阅材料'} /> }}
          columns={[
            { title: '时间', dataIndex: 'at', render: said },
            { title: '人员', dataIndex: 'person', sorter: (a, b) => byName({ name: a.person }, { name: b.person }) },
            { title: '材料', render: (_, { what, unit }) => (unit ? `${unit}的${what}` : what) },
            { title: '文件或事由', render: (_, { name, objection }) => name ?? (objection ? `异议${objection}` : '') },
          ]}
        />
      </WithSummary>
    </Card>
  )
}
