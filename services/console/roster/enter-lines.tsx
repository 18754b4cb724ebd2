/** One unit, one person with their login, one appointment: by form. What gives rights waits for another administrator. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Card, Flex } from 'antd'
import { useState } from 'react'
import { Link, useSearch } from 'wouter'
import { ApiError } from '#contracts/client.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import { appointmentBody, personBody, rosterEndpoints, unitBody } from '#contracts/roster.ts'
import type { RosterAsOf } from '#contracts/roster-changes.ts'
import { APPOINTMENTS } from '#procedure/appointments.ts'
import { UNIT_KINDS } from '#roster/unit.ts'
import { asEntered } from '#typed/plain-names.ts'
import { checked } from '../forms/checked.ts'
import { CommandForm } from '../forms/command-form.tsx'
import type { Values } from '../forms/kept-values.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'

const choicesOf = (titles: Readonly<Record<string, string>>) =>
  Object.entries(titles).map(([value, label]) => ({ value, label }))
const optional = { required: false } as const
const needed = { required: true } as const

function fieldsOf({
  people,
  units,
}: RosterAsOf): Readonly<Record<'unit' | 'person' | 'appointment', FieldDefinition[]>> {
  const ofPeople = people.map(({ person, name }) => ({ value: person, label: `${name}（${person}）` }))
  const ofUnits = units.map(({ unit, name }) => ({ value: unit, label: name }))
  return {
    unit: [
      {
        name: 'unit',
        label: '单位编号',
        kind: 'text',
        ...needed,
        max: 40,
        help: '小写字母、数字和连字符，如dz-01；已有的编号是更改这个单位',
      },
      { name: 'name', label: '单位名称', kind: 'text', ...needed, max: 80, format: 'name' },
      {
        ...{ name: 'kind', label: '单位类别', kind: 'choice', ...needed, choices: choicesOf(UNIT_KINDS) },
        help: '街道、苏木选“乡镇”，管委会选“开发区”',
      },
      { name: 'parent', label: '上级单位', kind: 'choice', ...optional, choices: ofUnits },
      {
        ...{ name: 'inScope', label: '创建范围', kind: 'choice', ...needed },
        choices: choicesOf({ yes: '在创建范围内', no: '不在创建范围内' }),
      },
      {
        ...{ name: 'apartFrom', label: '名称相近的单位', kind: 'choice', ...optional, choices: ofUnits },
        help: '提示疑似同一单位，而确是另一个单位时选择',
      },
    ],
    person: [
      {
        name: 'person',
        label: '人员编号',
        kind: 'text',
        ...needed,
        max: 40,
        help: '小写字母、数字和连字符，如r001；已有的编号是更改这个人',
      },
      { name: 'name', label: '姓名', kind: 'text', ...needed, max: 30, format: 'person' },
      {
        name: 'login',
        label: '账号',
        kind: 'text',
        ...optional,
        max: 255,
        help: '县统一身份认证的账号，须经另一名管理员批准；不填的不变，换了新账号，原来的账号随即停用',
      },
      {
        name: 'loginFrom',
        label: '账号原来的使用人',
        kind: 'choice',
        ...optional,
        choices: ofPeople,
        help: '账号已是别人的，要改归他时选择',
      },
      {
        name: 'phone',
        label: '电话',
        kind: 'text',
        ...optional,
        max: 30,
        format: 'phone',
        personal: true,
        help: '不填的不变',
      },
    ],
    appointment: [
      { name: 'person', label: '人员', kind: 'choice', ...needed, choices: ofPeople },
      { name: 'appointment', label: '岗位', kind: 'choice', ...needed, choices: choicesOf(APPOINTMENTS) },
      { name: 'unit', label: '所在单位', kind: 'choice', ...optional, choices: ofUnits, help: '创建单位的岗位才选' },
      { name: 'from', label: '开始日期', kind: 'date', ...needed, help: '更改已有的岗位时，与原来登记的相同' },
      { name: 'to', label: '结束日期', kind: 'date', ...optional, help: '当日仍在任；不能早于今天。没有的不填' },
    ],
  }
}

export default function EnterLines() {
  const api = useApi()
  const queries = useQueryClient()
  const asked = Object.fromEntries(new URLSearchParams(useSearch()))
  const [told, setTold] = useState<string>()
  const { data, error, refetch } = useQuery({
    queryKey: ['roster', undefined],
    queryFn: () => api(rosterEndpoints.readRoster),
  })
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  const fields = fieldsOf(data)
  const { change, ...held } = asked
  const changed = data.people.find(({ person }) => person === change)
  const tell = ({ changed: isChanged, waiting }: { changed: boolean; waiting: number }): string => {
    void queries.invalidateQueries({ queryKey: ['roster'] })
    void queries.invalidateQueries({ queryKey: ['roster-changes'] })
    if (waiting === 0 && !isChanged) {
      setTold(undefined)
      // Refused, so that what was typed stays to be looked at again.
      throw new ApiError(409, '名册里已经是这样，没有改动。', 'conflict', {})
    }
    setTold(waiting > 0 ? `已登记，${waiting}项等待另一名管理员批准。` : '已登记。')
    return waiting > 0 ? '已登记，等待批准' : '已登记'
  }
  const form = (
    name: keyof typeof fields,
    submit: string,
    values: Values,
    send: (values: Values, command: string) => Promise<string>,
  ) => (
    <Card title={submit}>
      <CommandForm
        key={JSON.stringify(values)}
        name={`roster/${name}/${Object.values(asked).join('/')}`}
        about={{ is: Object.values(values).join('/'), otherwise: '这里有名册变动之前填写的内容，请核对后再登记。' }}
        {...{ fields: fields[name], values, submit, send }}
        owner=""
      />
    </Card>
  )
  return (
    <Flex vertical gap={16}>
      {told && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={told}
          action={<Link href="/console/roster/changes">审批和变动</Link>}
        />
      )}
      {data.may.appoint &&
        change === undefined &&
        form('appointment', '登记岗位', held, async (values, command) => {
          // Emptied, where it had one: it has none any more.
          const body = checked(appointmentBody, { ...values, ...(held.to && !values.to && { to: null }) })
          return tell(await api(rosterEndpoints.appoint, { body, command }))
        })}
      {data.may.keep &&
        held.person === undefined &&
        form(
          'person',
          '登记人员和账号',
          changed ? { person: changed.person, name: asEntered(changed.name) } : {},
          async (values, command) => {
            return tell(await api(rosterEndpoints.registerPerson, { body: checked(personBody, values), command }))
          },
        )}
      {data.may.keep &&
        Object.keys(asked).length === 0 &&
        form('unit', '登记单位', {}, async ({ inScope, apartFrom, ...values }, command) => {
          const seen = apartFrom ? { apartFrom: [apartFrom] } : {}
          const body = checked(unitBody, { ...values, ...seen, inScope: inScope === 'yes' })
          return tell(await api(rosterEndpoints.registerUnit, { body, command }))
        })}
    </Flex>
  )
}
