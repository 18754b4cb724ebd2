/** Units, people, their logins and what they are appointed to, today or on a day before. */
import { useQuery } from '@tanstack/react-query'
import { Card, Empty, Flex, Input, Space, Table, Typography } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { saidDay, saidMinute } from '#calendar/said.ts'
import { isDay } from '#contracts/forms.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import type { RosterAsOf as Roster } from '#contracts/roster-changes.ts'
import { byName, isFound } from '#typed/names.ts'
import { DateField } from '../forms/date-field.tsx'
import { usePrinting } from '../print/use-printing.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { WithSummary } from '../summary/with-summary.tsx'

type Person = Roster['people'][number]
type Appointment = Person['appointments'][number]
const PAGE = 50

const saidHeld = ({ title, unit, from, to }: Appointment): string =>
  `${unit?.name ?? ''}${title}，自${saidDay(from)}起${to ? `，到${saidDay(to)}` : ''}`
const words = ({ name, person, login, appointments }: Person): string[] => [
  ...[name, person, login ?? ''],
  ...appointments.map(({ title, unit }) => `${unit?.name ?? ''}${title}`),
]

export function RosterAsOf() {
  const api = useApi()
  const printing = usePrinting()
  const [typed, setTyped] = useState<string>()
  const [wanted, setWanted] = useState('')
  const asked = typed !== undefined && isDay(typed) ? typed : undefined
  const { data, error, refetch } = useQuery({
    queryKey: ['roster', asked],
    queryFn: () => api(rosterEndpoints.readRoster, { query: asked ? { day: asked } : {} }),
    placeholderData: (before) => before,
  })
  // A look that fails later must not take away what is on screen.
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  const { may, day, today } = data
  const people = data.people.filter((one) => words(one).some((text) => isFound(text, wanted)))
  const units = data.units.filter((one) => [one.name, one.unit].some((text) => isFound(text, wanted)))
  const pages = (count: number) => (count > PAGE && !printing ? { pageSize: PAGE, showSizeChanger: false } : false)
  const empty = (what: string) => ({
    emptyText: <Empty description={wanted ? '没有符合的记录' : `这一天名册里还没有${what}`} />,
  })
  const changes = may.keep && day === today
  return (
    <Flex vertical gap={16}>
      {error && <Refusal error={error} again={refetch} />}
      <Card
        title={`人员和岗位（${saidDay(day)}，${data.people.length}人）`}
        extra={
          <Space align="start">
            <label htmlFor="roster-day">日期</label>
            <DateField id="roster-day" value={typed ?? today} onChange={setTyped} size="small" />
            <Input.Search
              aria-label="按姓名、岗位或单位查找"
              placeholder="姓名、岗位或单位"
              allowClear
              style={{ width: 200 }}
              onChange={({ target }) => setWanted(target.value)}
            />
          </Space>
        }
      >
        <WithSummary title={`${saidDay(day)}的人员和岗位`} narrowed={{ 查找: wanted }}>
          <Table<Person>
            className="stacks"
            size="middle"
            rowKey="person"
            dataSource={people}
            pagination={pages(people.length)}
            locale={empty('人员')}
            columns={[
              { title: '姓名', dataIndex: 'name', sorter: byName },
              { title: '编号', dataIndex: 'person', className: 'code' },
              ...(may.seeLogins
                ? [
                    {
                      title: '账号（今天）',
                      render: (_: unknown, { login }: Person) =>
                        login ? <span className="code">{login}</span> : '没有账号',
                    },
                  ]
                : []),
              {
                title: '岗位',
                render: (_, { person, appointments }) =>
                  appointments.length === 0
                    ? '没有岗位'
                    : appointments.map((one) => (
                        <div key={`${one.appointment} ${one.unit?.id ?? ''} ${one.from}`}>
                          {saidHeld(one)}{' '}
                          <Typography.Text type="secondary">（{saidMinute(one.since)}生效）</Typography.Text>{' '}
                          {may.appoint && day === today && (
                            <Link
                              className="in-text not-printed"
                              href={`/console/roster/enter?${changing(person, one)}`}
                            >
                              结束或更改
                            </Link>
                          )}
                        </div>
                      )),
              },
              ...(changes
                ? [
                    {
                      title: '操作',
                      className: 'not-printed',
                      render: (_: unknown, { person }: Person) => (
                        <Link href={`/console/roster/enter?${new URLSearchParams({ change: person })}`}>更改</Link>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </WithSummary>
      </Card>
      <Card title={`单位（${saidDay(day)}，${data.units.length}个）`}>
        <WithSummary title={`${saidDay(day)}的单位`} narrowed={{ 查找: wanted }}>
          <Table
            className="stacks"
            size="middle"
            rowKey="unit"
            dataSource={units}
            pagination={pages(units.length)}
            locale={empty('单位')}
            columns={[
              { title: '单位', dataIndex: 'name', sorter: byName },
              { title: '编号', dataIndex: 'unit', className: 'code' },
              { title: '类别', dataIndex: 'kind' },
              { title: '上级单位', render: (_, { parent }) => parent ?? '' },
              { title: '创建范围', render: (_, { inScope }) => (inScope ? '在范围内' : '不在范围内') },
            ]}
          />
        </WithSummary>
      </Card>
    </Flex>
  )
}

const changing = (person: string, { appointment, unit, from, to }: Appointment): URLSearchParams =>
  new URLSearchParams({ person, appointment, from, ...(unit && { unit: unit.id }), ...(to && { to }) })
