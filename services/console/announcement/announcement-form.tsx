/** A document being prepared: it goes to whoever approves it. What was typed stays in this browser until then. */

import { Button, Empty, Flex, Form } from 'antd'
import { useState } from 'react'
import type { z } from 'zod/mini'
import { saidDay } from '#calendar/said.ts'
import { type AnnouncementsPage, announcementBody, COMMENDING } from '#contracts/announcement.ts'
import { ApiError } from '#contracts/client.ts'
import { type FieldDefinition, isDay } from '#contracts/forms.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { whyTooFarAhead } from '#steps/announcement/document-day.ts'
import { useAsk } from '../forms/ask.tsx'
import { checked, wrongIn } from '../forms/checked.ts'
import { Field } from '../forms/field.tsx'
import { forgetValues, keepValues, keptValues, type Values } from '../forms/kept-values.ts'
import { useLeftFields } from '../forms/left-fields.tsx'
import { labelsOf, OnlyHere } from '../forms/only-here.tsx'
import { type Refusal, refusalOf, withoutField } from '../forms/refusal.ts'
import { placesOf, Refused } from '../forms/refused.tsx'
import { wrongTyped } from '../forms/typed-value.ts'
import { ListCases, listed } from '../list/list-cases.tsx'
import { useRefusal } from '../session/session-ends.ts'

const FIELDS: readonly FieldDefinition[] = [
  { name: 'title', label: '标题', kind: 'text', required: true, max: 120, open: true },
  {
    name: 'number',
    label: '文号',
    kind: 'text',
    required: true,
    max: 60,
    open: true,
    says: 'number',
    help: '如泗政发〔2018〕58号',
  },
  { name: 'date', label: '成文日期', kind: 'date', required: true },
  {
    ...{ name: 'commends', label: '是否表彰', kind: 'choice', required: true },
    choices: Object.entries(COMMENDING).map(([value, label]) => ({ value, label })),
  },
  { name: 'text', label: '正文（名单上方）', kind: 'longText', required: false, max: 2000, open: true },
]
type Announcement = AnnouncementsPage['all'][number]
type Props = {
  page: AnnouncementsPage
  /** One that waits for approval or went back. */
  before: Announcement | undefined
  /** Sends it to be approved; `command` is the same on every retry of one click. */
  send: (body: z.output<typeof announcementBody>, command: string) => Promise<unknown>
}

/** Under which it is kept in this browser: another may take the number while this one is written. */
export const nameOfDraft = (batch: string, step: string): string => `announcement/${batch}/${step}`
const beginning = ({ document, today }: AnnouncementsPage, before: Announcement | undefined): Values =>
  before
    ? {
        ...{ title: before.title, number: before.number, date: before.date },
        commends: before.commends ? 'with' : 'without',
        ...(before.text && { text: before.text }),
      }
    : { title: document, date: today }

export function AnnouncementForm({ page, before, send }: Props) {
  const question = useAsk()
  const name = nameOfDraft(page.batch, page.step)
  const about = {
    is: `${before?.n ?? page.all.length + 1}`,
    otherwise: '这里有为前一份文稿填写的内容，请核对后再送签。',
  }
  const kept = before?.lines.map(({ unit, name: unitName, held }) => ({ unit, name: unitName, held })) ?? []
  const waiting = [
    ...kept.map((one) => page.waiting.find(({ unit }) => unit === one.unit) ?? one),
    ...page.waiting.filter(({ unit }) => !kept.some((one) => one.unit === unit)),
  ]
  const [values, setValues] = useState<Values>(() => ({ ...beginning(page, before), ...keptValues(name) }))
  const [left, setLeft] = useState<readonly string[]>(() =>
    before ? waiting.flatMap(({ unit }) => (kept.some((one) => one.unit === unit) ? [] : [unit])) : [],
  )
  const [command, setCommand] = useState<string>(() => crypto.randomUUID())
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useRefusal<Refusal>()
  const { leave, type, said } = useLeftFields()
  if (waiting.length === 0) return <Empty description={`现在没有等待“${page.document}”的单位`} />
  const cases = listed(waiting, left)
  const put = (field: string, value: unknown) => {
    type(field)
    const next = { ...values, [field]: value }
    setValues(next)
    keepValues(name, next, [], about)
    setRefused((now) => now && withoutField(now, [field]))
  }
  const refuse = (error: unknown) => {
    // Without an answer the next try is the same click; a refused one is another.
    if (!(error instanceof ApiError) || error.status !== 0) setCommand(crypto.randomUUID())
    setRefused(refusalOf(error))
  }
  const prepare = async (body: z.output<typeof announcementBody>) => {
    setSending(true)
    try {
      await send(body, command)
      forgetValues(name)
      setRefused(undefined)
    } catch (error) {
      refuse(error)
    } finally {
      setSending(false)
    }
  }
  /** Nobody confirms what cannot be sent yet. */
  const ask = () => {
    const { title, number, date, commends, text } = values
    // A new one is prepared in the place of what went back.
    const n = before ? { n: before.n, ...(!before.returned && { replaces: before.prepared }) } : {}
    const entered = { ...n, title, number, date, commends, ...(text ? { text } : {}), cases }
    const tooLate = typeof date === 'string' && isDay(date) ? whyTooFarAhead(date, page.today) : undefined
    const wrong = {
      ...wrongIn(announcementBody, entered),
      ...(tooLate && { date: tooLate }),
      ...wrongTyped(FIELDS, values),
    }
    const count = Object.keys(wrong).length
    if (count > 0) return setRefused({ message: `文稿有${count}处需要填写或修改。`, fields: wrong })
    try {
      const body = checked(announcementBody, entered)
      setRefused(undefined)
      question({
        title: `将${cases.length}个单位的“${page.document}”送签，是否确认？`,
        content: (
          <>
            <div>
              《{body.title}》（{body.number}，{saidDay(body.date)}），{COMMENDING[body.commends]}
            </div>
            <div>
              {waiting.flatMap(({ unit, name: of }) => (cases.includes(unit) ? [of] : [])).join('、')}
              。签发后向社会公开，不能再改。
            </div>
          </>
        ),
        okText: '确定送签',
        onOk: () => prepare(body),
      })
    } catch (error) {
      refuse(error)
    }
  }
  return (
    <Flex vertical gap={12}>
      <ListCases label="列入的单位" waiting={waiting} left={left} leave={setLeft} wrong={refused?.fields.cases} />
      <Form layout="vertical" component="div">
        {FIELDS.map((field) => (
          <Form.Item
            key={field.name}
            label={field.label}
            htmlFor={`announcement-${field.name}`}
            required={field.required}
            extra={field.help}
            {...said(field, values[field.name], refused?.fields[field.name])}
            style={{ marginBottom: 10 }}
          >
            <Field
              id={`announcement-${field.name}`}
              field={field}
              value={values[field.name]}
              onChange={(value) => put(field.name, value)}
              left={() => leave(field.name)}
              owner={officeFor('minutes')}
              names={{}}
            />
          </Form.Item>
        ))}
      </Form>
      <OnlyHere form={name} values={values} labels={labelsOf(FIELDS)} about={about} />
      {refused && (
        <Refused
          refused={refused}
          shown={['cases', ...FIELDS.map((field) => field.name)]}
          places={placesOf(FIELDS, (name) => `announcement-${name}`)}
        />
      )}
      <div>
        <Button type="primary" loading={sending} disabled={cases.length === 0} onClick={ask}>
          送签
        </Button>
      </div>
    </Flex>
  )
}
