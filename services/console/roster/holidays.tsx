/** Holidays that the county has entered itself, and the form in which the head of the office enters a year's. */
import { useQuery } from '@tanstack/react-query'
import { Card, Empty, Flex, Table, Typography } from 'antd'
import { problemsOf } from '#calendar/holidays.ts'
import { said, saidDay } from '#calendar/said.ts'
import { ApiError } from '#contracts/client.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import { enterHolidays } from '#contracts/holidays.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import { EXAMPLE, readHolidays } from '#county/read-holidays.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'

const TEXT: FieldDefinition = {
  ...{ name: 'text', label: '全年的放假和上班日期', kind: 'longText', required: true, max: 4000 },
  help: '照国务院办公厅的通知把全年写全：一行“年份”，一行“依据”，其余每行一段“放假”或“上班”的日期',
}

/** @throws ApiError with every mistake of the text */
function yearIn(text: unknown) {
  const { holidays, mistakes } = readHolidays(typeof text === 'string' ? text : '')
  const wrong = [
    ...mistakes.map(({ line, sentence }) => (line > 0 ? `第${line}行：${sentence}` : sentence)),
    ...(mistakes.length > 0 ? [] : Object.values(problemsOf(holidays))),
  ]
  if (wrong.length > 0)
    throw new ApiError(422, `有${wrong.length}处要修改，没有录入。`, 'incomplete', { text: `${wrong.join('；')}。` })
  return holidays
}

export default function Holidays() {
  const api = useApi()
  const { data, error, refetch } = useQuery({
    queryKey: ['holidays'],
    queryFn: () => api(rosterEndpoints.readHolidays),
  })
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  const days = (all: readonly string[]) => all.map(saidDay).join('、')
  return (
    <Flex vertical gap={16}>
      <Card title={`本县录入的节假日安排（${data.from}年至${data.to}年）`}>
        <Table
          className="stacks"
          size="middle"
          rowKey="year"
          dataSource={data.years}
          pagination={false}
          locale={{ emptyText: <Empty description="还没有录入；没有录入的年份用系统自带的安排" /> }}
          columns={[
            { title: '年份', render: (_, { year }) => `${year}年` },
            { title: '依据', dataIndex: 'source' },
            { title: '放假', dataIndex: 'off', render: days },
            { title: '调休上班', dataIndex: 'work', render: days },
            { title: '录入', render: (_, { by, at }) => `${by}，${said(at)}` },
          ]}
        />
      </Card>
      {data.mayEnter ? (
        <Card title="录入一年的节假日安排">
          <CommandForm
            name="roster/holidays"
            fields={[TEXT]}
            values={{}}
            owner=""
            submit="录入"
            confirm={({ text }) => saidYear(yearIn(text))}
            check={({ text }) => mustChange(yearIn(text), data.years)}
            send={async ({ text }, command) => {
              const { year, source, off, work } = yearIn(text)
              const body = { source, off: [...off], work: [...work] }
              await api(enterHolidays, { params: { year: String(year) }, body, command })
              await refetch()
            }}
          />
          <Typography.Paragraph type="secondary" style={{ marginTop: 16 }}>
            样例：
          </Typography.Paragraph>
          <pre>{EXAMPLE}</pre>
        </Card>
      ) : (
        <Typography.Text type="secondary">节假日安排由法制办负责人录入。</Typography.Text>
      )}
    </Flex>
  )
}

type Entered = { readonly year: number; readonly source: string; readonly off: readonly string[] } & {
  readonly work: readonly string[]
  readonly by: string
  readonly at: string
}
/** @throws ApiError for what is entered already, just so: nothing would change */
function mustChange(year: ReturnType<typeof yearIn>, years: readonly Entered[]): void {
  const sorted = (days: readonly string[]) => [...new Set(days)].sort().join()
  const same = years.find(
    (one) =>
      one.year === year.year &&
      one.source === year.source &&
      sorted(one.off) === sorted(year.off) &&
      sorted(one.work) === sorted(year.work),
  )
  if (!same) return
  const why = `${same.year}年已由${same.by}于${said(same.at)}录入，与所填的完全相同，没有改动。`
  throw new ApiError(422, why, 'incomplete', { text: why })
}

const saidYear = ({ year, off, work }: ReturnType<typeof yearIn>): string =>
  `录入${year}年：放假${off.length}天，调休上班${work.length}天。此后公示的到期日按此推算，是否确认？`
