/** A notice being prepared: it goes to whoever approves it. What was typed stays in this browser until then. */

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Flex, Form, Typography } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { z } from 'zod/mini'
import { ApiError } from '#contracts/client.ts'
import { type FieldDefinition, isDay } from '#contracts/forms.ts'
import { noticeBody, noticeEndpoints } from '#contracts/notice.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { useAsk } from '../forms/ask.tsx'
import { checked, wrongIn } from '../forms/checked.ts'
import { Field } from '../forms/field.tsx'
import { forgetValues, keepValues, keptValues, type Values } from '../forms/kept-values.ts'
import { useLeftFields } from '../forms/left-fields.tsx'
import { labelsOf, OnlyHere } from '../forms/only-here.tsx'
import { type Refusal, refusalOf, withoutField, wrongAt } from '../forms/refusal.ts'
import { placesOf, Refused } from '../forms/refused.tsx'
import { wrongTyped } from '../forms/typed-value.ts'
import { ListCases, listed, type Waiting } from '../list/list-cases.tsx'
import { useLookAgain } from '../list/look-again.ts'
import { useApi } from '../session/api.ts'
import { useRefusal } from '../session/session-ends.ts'
import { useWaiting, WaitingFiles } from '../upload/use-waiting.ts'
import { whyWait } from '../upload/waiting.ts'
import { whyNotOn } from './notice-day.ts'
import { NoticePreview } from './notice-preview.tsx'

const FIELDS: readonly FieldDefinition[] = [
  { name: 'title', label: '公示标题', kind: 'text', required: true, max: 120, open: true },
  { name: 'text', label: '公示正文（名单上方）', kind: 'longText', required: false, max: 1000, open: true },
  {
    name: 'on',
    label: '发布日期',
    kind: 'date',
    required: true,
    help: '在县政府网站实际发布的日期，公示期从这一天起算',
  },
  { name: 'place', label: '发布位置', kind: 'text', required: true, max: 300, help: '网站栏目或网址' },
  { name: 'proof', label: '网页截图（公示开始）', kind: 'file', required: false, help: '可以发布后再登记' },
]
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export type Beginning = {
  readonly n: number
  /** It takes the place of what was prepared under this number. */
  readonly again?: true
  /** How what waits under this number is named. */
  readonly replaces?: string | undefined
  readonly left: readonly string[]
  readonly values: Values
}
type Props = { batch: string; step: string; waiting: readonly Waiting[]; beginning: Beginning }

export function NoticeForm({ batch, step, waiting, beginning }: Props) {
  const api = useApi()
  const question = useAsk()
  const queries = useQueryClient()
  const [, goTo] = useLocation()
  const { n, again, replaces } = beginning
  const lookingAgain = useLookAgain()
  // Another may take the number while this one is written.
  const name = `notice/${batch}/${step}/${again ? n : 'new'}`
  const [values, setValues] = useState<Values>(() => ({ ...beginning.values, ...keptValues(name) }))
  const [left, setLeft] = useState<readonly string[]>(beginning.left)
  const [command, setCommand] = useState<string>(() => crypto.randomUUID())
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useRefusal<Refusal>()
  const cases = listed(waiting, left)
  const { title, text, on, place, proof } = values
  const period = useQuery({
    queryKey: ['notice-draft', batch, step, on],
    queryFn: () => api(noticeEndpoints.draftNotice, { params: { batch, step }, query: { on: textOf(on) } }),
    enabled: isDay(textOf(on)),
    placeholderData: keepPreviousData,
  })
  const { leave, type, said: saidOf } = useLeftFields()
  const put = (field: string, value: unknown) => {
    type(field)
    const next = { ...values, [field]: value }
    setValues(next)
    keepValues(name, next)
    setRefused((now) => now && withoutField(now, [field, `publication.${field}`]))
  }
  const refuse = (error: unknown) => {
    if (!(error instanceof ApiError) || error.status !== 0) setCommand(crypto.randomUUID())
    setRefused(refusalOf(error))
  }
  /** Nobody confirms what cannot be sent yet. */
  const ask = () => {
    const entered = {
      ...(again && { n }),
      ...(replaces && { replaces }),
      title,
      ...(textOf(text).trim() && { text }),
      cases,
      publication: { on, place, ...(proof ? { proof } : {}) },
    }
    const day = whyNotOn(textOf(on), {
      today: period.data?.today,
      proved: Boolean(proof),
      // What stands there meanwhile is of the day before it was changed.
      lastDay: period.isPlaceholderData ? undefined : period.data?.period.lastDay,
      error: period.error,
    })
    const wrong = { ...wrongIn(noticeBody, entered), ...(day && { on: day }), ...wrongTyped(FIELDS, values) }
    const count = Object.keys(wrong).length
    if (count > 0) return setRefused({ message: `公示稿有${count}处需要填写或修改。`, fields: wrong })
    try {
      const body = checked(noticeBody, entered)
      setRefused(undefined)
      question({
        title: `公示${cases.length}个单位，是否送签？`,
        content: `${period.data?.period.said ?? ''}：${waiting.flatMap(({ unit, name: of }) => (cases.includes(unit) ? [of] : [])).join('、')}。送签后由负责人签发，签发后名单不能再改。`,
        okText: '确定送签',
        onOk: () => prepare(body),
      })
    } catch (error) {
      refuse(error)
    }
  }
  const prepare = async (body: z.output<typeof noticeBody>) => {
    setSending(true)
    try {
      const params = { batch, step }
      const prepared = await lookingAgain(() => api(noticeEndpoints.prepareNotice, { params, body, command }))
      forgetValues(name)
      queries.setQueryData(['notice', batch, String(prepared.n)], prepared)
      goTo(`/console/batches/${batch}/notices/${prepared.n}`)
      void queries.invalidateQueries()
    } catch (error) {
      refuse(error)
    } finally {
      setSending(false)
    }
  }
  const { waiting: files, tell } = useWaiting()
  const wait = whyWait(files, '送签')
  const said = (field: string): string | undefined =>
    refused && (wrongAt(refused.fields, field) ?? wrongAt(refused.fields, `publication.${field}`))

  return (
    <Flex gap={12} align="start">
      <Card title={`准备第${n}期公示`} size="small" style={{ flex: '1 1 50%', minWidth: 0 }}>
        <ListCases label="公示名单" waiting={waiting} left={left} leave={setLeft} wrong={said('cases')} />
        <Form layout="vertical" component="div" style={{ marginTop: 12 }}>
          {FIELDS.map((field) => (
            <Form.Item
              key={field.name}
              label={field.label}
              htmlFor={`notice-${field.name}`}
              required={field.required}
              extra={
                field.name === 'on' ? (
                  <Period query={isDay(textOf(on)) ? period : NO_PERIOD} help={field.help ?? ''} />
                ) : (
                  field.help
                )
              }
              {...saidOf(field, values[field.name], said(field.name))}
              style={{ marginBottom: 10 }}
            >
              <WaitingFiles value={tell}>
                <Field
                  id={`notice-${field.name}`}
                  field={field}
                  value={values[field.name]}
                  onChange={(value) => put(field.name, value)}
                  left={() => leave(field.name)}
                  owner={officeFor('proof')}
                  names={{}}
                />
              </WaitingFiles>
            </Form.Item>
          ))}
        </Form>
        {refused && (
          <div style={{ marginBottom: 12 }}>
            <Refused
              refused={refused}
              shown={['cases', ...FIELDS.flatMap(({ name }) => [name, `publication.${name}`])]}
              places={placesOf(FIELDS, (name) => `notice-${name}`).flatMap((one) => [
                one,
                { ...one, name: `publication.${one.name}` },
              ])}
            />
          </div>
        )}
        <OnlyHere form={name} values={values} labels={labelsOf(FIELDS)} />
        <Button type="primary" loading={sending} disabled={cases.length === 0 || wait !== undefined} onClick={ask}>
          送签
        </Button>
        {wait && (
          <Typography.Text type="warning" role="status" style={{ marginInlineStart: 12 }}>
            {wait}
          </Typography.Text>
        )}
      </Card>
      <NoticePreview
        batch={batch}
        step={step}
        shown={{
          ...(again && { n }),
          title: textOf(title),
          ...(textOf(text).trim() && { text: textOf(text) }),
          cases,
          publication: { on: isDay(textOf(on)) ? textOf(on) : '', place: textOf(place) },
        }}
      />
    </Flex>
  )
}

/** Of no day there is none: that of another one would be taken for its own. */
const NO_PERIOD = { error: null }

type PeriodProps = {
  query: { data?: { period: { said: string; explained: string } } | undefined; error: Error | null }
  help: string
}
/** The period that follows from the chosen day, and why. */
const Period = ({ query: { data, error }, help }: PeriodProps) => (
  <>
    <div>{help}</div>
    {error ? (
      <Typography.Text type="danger">{error.message}</Typography.Text>
    ) : (
      data && (
        <div style={{ background: '#e6f4ff', padding: '4px 8px', marginTop: 4 }}>
          <Typography.Text strong>公示期：{data.period.said}</Typography.Text>
          <div>{data.period.explained}</div>
        </div>
      )
    )}
  </>
)
