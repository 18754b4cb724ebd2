/** One resolution over many cases: one outcome for all, exceptions per case, who withdrew, how it was decided. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Card, Checkbox, Empty, Flex, Input, Select, Table, Tag, Typography } from 'antd'
import { useState } from 'react'
import type { FieldDefinition } from '#contracts/forms.ts'
import { intakeEndpoints, resolutionBody } from '#contracts/intake.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import { checked } from '../forms/checked.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'

const people = '多人用顿号分开'
const fieldsFor = (outcomes: readonly { value: string; label: string }[]): readonly FieldDefinition[] => [
  { name: 'meeting', label: '会议名称', kind: 'text', required: true, max: 200 },
  { name: 'number', label: '会议决定文号', kind: 'text', required: true, max: 200 },
  { name: 'date', label: '会议日期', kind: 'date', required: true },
  { name: 'present', label: '出席人员', kind: 'text', required: true, max: 500, help: people },
  { name: 'absent', label: '缺席人员', kind: 'text', required: false, max: 500, help: people },
  { name: 'outcome', label: '会议结论(除例外单位)', kind: 'choice', required: true, choices: [...outcomes] },
  {
    name: 'majorityDiffered',
    label: '与多数意见不同时的说明',
    kind: 'longText',
    required: false,
    max: 1000,
    help: '集体讨论、负责人决定;与多数人意见不一致的写明理由',
  },
  { name: 'minutes', label: '会议纪要扫描件', kind: 'file', required: true },
]
const listOf = (names: unknown): string[] =>
  typeof names === 'string' ? names.split(/[、,,;;\s]+/).filter(Boolean) : []
type Exception = { readonly case: string; readonly outcome: string; readonly reason: string; readonly recused: string }

export default function ResolutionPage({ batch, step }: { batch: string; step: string }) {
  const api = useApi()
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey: ['resolution', batch, step],
    queryFn: () => api(intakeEndpoints.readResolutions, { params: { batch, step } }),
  })
  const me = useQuery({ queryKey: ['me'], queryFn: () => api(rosterEndpoints.readMe) })
  const [left, setLeft] = useState<readonly string[]>([])
  const [own, setOwn] = useState<Readonly<Record<string, Exception>>>({})
  if (error) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  const cases = data.waiting.map(({ unit }) => unit).filter((unit) => !left.includes(unit))
  const exceptions = Object.values(own).filter((one) => cases.includes(one.case))
  const put = (unit: string, change: Partial<Exception>) =>
    setOwn((all) => ({
      ...all,
      [unit]: { ...(all[unit] ?? { case: unit, outcome: '', reason: '', recused: '' }), ...change },
    }))
  const mayRecord = me.data?.appointments.some(({ appointment }) => appointment === 'meetingSecretary')

  return (
    <Flex vertical gap={16}>
      {mayRecord && (
        <Card
          title={`登记${data.stepTitle}决定`}
          extra={<Typography.Text type="secondary">{`名额${data.quota}个,已用${data.taken}个`}</Typography.Text>}
        >
          {data.waiting.length === 0 ? (
            <Empty description="现在没有等待会议审议的单位" />
          ) : (
            <Flex vertical gap={16}>
              <Table
                rowKey="unit"
                size="small"
                pagination={false}
                dataSource={data.waiting}
                columns={[
                  {
                    title: '列入',
                    width: 64,
                    render: (_, { unit, name }) => (
                      <Checkbox
                        aria-label={`列入${name}`}
                        checked={cases.includes(unit)}
                        onChange={({ target }) =>
                          setLeft((now) => (target.checked ? now.filter((one) => one !== unit) : [...now, unit]))
                        }
                      />
                    ),
                  },
                  { title: '单位', dataIndex: 'name' },
                  {
                    title: '例外结论',
                    render: (_, { unit, name }) => (
                      <Select
                        aria-label={`${name}的例外结论`}
                        allowClear
                        placeholder="同会议结论"
                        style={{ width: 150 }}
                        options={data.outcomes}
                        value={own[unit]?.outcome || null}
                        onChange={(outcome) => put(unit, { outcome: outcome ?? '' })}
                      />
                    ),
                  },
                  {
                    title: '例外理由',
                    render: (_, { unit, name }) => (
                      <Input
                        aria-label={`${name}的例外理由`}
                        disabled={!own[unit]?.outcome}
                        value={own[unit]?.reason ?? ''}
                        onChange={({ target }) => put(unit, { reason: target.value })}
                      />
                    ),
                  },
                  {
                    title: '回避人员',
                    render: (_, { unit, name }) => (
                      <Input
                        aria-label={`审议${name}时回避的人员`}
                        value={own[unit]?.recused ?? ''}
                        onChange={({ target }) => put(unit, { recused: target.value })}
                      />
                    ),
                  },
                ]}
              />
              <CommandForm
                name={`resolution/${batch}/${step}`}
                fields={fieldsFor(data.outcomes)}
                values={{}}
                owner="office"
                submit="登记会议决定"
                confirm={`确认登记?共${cases.length}家,其中例外${exceptions.filter(({ outcome }) => outcome).length}家。登记后只能由新的会议决定更正。`}
                send={async ({ present, absent, majorityDiffered, ...rest }, command) => {
                  const body = checked(resolutionBody, {
                    ...rest,
                    present: listOf(present),
                    absent: listOf(absent),
                    how: { kind: 'discussion', ...(majorityDiffered ? { majorityDiffered } : {}) },
                    cases,
                    exceptions: exceptions
                      .filter(({ outcome }) => outcome)
                      .map(({ case: unit, outcome, reason }) => ({ case: unit, outcome, reason })),
                    recusals: exceptions.flatMap(({ case: unit, recused }) =>
                      listOf(recused).map((person) => ({ person, case: unit })),
                    ),
                  })
                  queries.setQueryData(
                    ['resolution', batch, step],
                    await api(intakeEndpoints.recordResolution, { params: { batch, step }, body, command }),
                  )
                  await queries.invalidateQueries()
                }}
              />
            </Flex>
          )}
        </Card>
      )}
      {data.meetings.length === 0 && <Alert type="info" title="还没有登记会议决定" />}
      {[...data.meetings].reverse().map(({ number, meeting, reference, date, lines }) => (
        <Card key={number} title={`${meeting} ${reference}`} extra={date}>
          <Table
            rowKey="unit"
            size="small"
            pagination={false}
            dataSource={lines}
            columns={[
              { title: '单位', dataIndex: 'name' },
              { title: '结论', render: (_, { outcomeTitle }) => <Tag>{outcomeTitle}</Tag> },
              {
                title: '说明',
                render: (_, { reason, setAside }) => (setAside ? `未适用:${setAside}` : (reason ?? '')),
              },
            ]}
          />
        </Card>
      ))}
    </Flex>
  )
}
