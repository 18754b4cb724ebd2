/** A form rendered from its definition: errors stand at their fields, and nothing typed is lost when the answer is no. */
import { App, Button, Flex, Form, Typography } from 'antd'
import { type ReactNode, useState } from 'react'
import { ApiError } from '#contracts/client.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import { useRefusal } from '../session/session-ends.ts'
import { useWaiting, WaitingFiles } from '../upload/use-waiting.ts'
import { whyWait } from '../upload/waiting.ts'
import { useAsk } from './ask.tsx'
import { ReadOut } from './before-sending/read-out.tsx'
import { Field, VERBS } from './field.tsx'
import { fieldsInUse } from './fields-in-use.ts'
import { type About, forgetValues, keepValues, keptValues, type Values } from './kept-values.ts'
import { useLeftFields } from './left-fields.tsx'
import { labelsOf, OnlyHere } from './only-here.tsx'
import { type Refusal, refusalOf, withoutField, wrongAt } from './refusal.ts'
import { placesOf, Refused } from './refused.tsx'
import { wrongTyped } from './typed-value.ts'

type Props = {
  /** Names the form in this browser's memory. */
  name: string
  /** What it is about now, where its name stays when that changes. */
  about?: About
  fields: readonly FieldDefinition[]
  values: Values
  owner: string
  /** Whose the files of a field are, where they are another's. */
  ownerOf?: (field: string) => string | undefined
  names?: Readonly<Record<string, string>>
  submit: string
  /** What the form is called where a page has several that send the same. */
  label?: string
  /** Of these values; what answers nothing asks nothing. */
  confirm?: string | ((values: Values) => string | undefined) | undefined
  /** What that question reads out of what was filled in, or says besides; all fields where left out. */
  readOut?: (values: Values) => ReactNode
  /** That it is long, and read in columns. */
  wide?: boolean
  danger?: boolean
  /** Throws what is wrong with the values as the sending would, before anybody is asked to confirm them. */
  check?: (values: Values) => void
  /** What that would say of one field's own value, said once the field is left. */
  checkField?: (name: string, value: unknown) => string | undefined
  /** Fields that may not be changed (a return reopened others). */
  closed?: (field: string) => boolean
  /** Why it cannot be sent yet, in a sentence. */
  wait?: string | undefined
  /** Sends the values; `command` is the same on every retry of one click. Answers what came of it where that is not simply done. */
  send: (values: Values, command: string) => Promise<unknown>
}

const personalIn = (fields: readonly FieldDefinition[]) =>
  fields.flatMap(({ name, personal }) => (personal ? [name] : []))

export function CommandForm({
  name,
  about,
  fields: all,
  values: given,
  owner,
  ownerOf,
  names = {},
  submit,
  label = submit,
  confirm,
  readOut,
  wide = false,
  danger = false,
  check,
  checkField,
  closed = () => false,
  wait: waitsBesides,
  send,
}: Props) {
  const { message } = App.useApp()
  const question = useAsk()
  const [values, setValues] = useState<Values>(() => ({ ...given, ...keptValues(name) }))
  const [command, setCommand] = useState<string>(() => crypto.randomUUID())
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useRefusal<Refusal>()
  const { leave, type, said } = useLeftFields(checkField)
  const fields = fieldsInUse(all, values)
  const { waiting, tell } = useWaiting()
  const wait = waitsBesides ?? whyWait(waiting, submit)

  const idOf = (field: string) => `${name}-${field}`.replaceAll('/', '-')
  const put = (field: string, value: unknown) => {
    type(field)
    setValues((now) => {
      const next = { ...now, [field]: value }
      keepValues(name, next, personalIn(all), about)
      return next
    })
    // What was wrong with the old answer is not wrong with the new one, and nothing is with what it does not ask.
    const asked = new Set(fieldsInUse(all, { ...values, [field]: value }))
    const unasked = all.flatMap((one) => (asked.has(one) ? [] : [one.name]))
    setRefused((now) => now && withoutField(now, [field, ...unasked]))
  }
  const filledIn = (): Values =>
    Object.fromEntries(
      fields.flatMap(({ name: field }) => (values[field] === undefined ? [] : [[field, values[field]]])),
    )
  const refuse = (error: unknown) => setRefused(refusalOf(error))
  const go = async () => {
    setSending(true)
    try {
      const came = await send(filledIn(), command)
      forgetValues(name)
      // Where the command stays on offer, what was sent is not the beginning of the next one.
      setValues(given)
      setRefused(undefined)
      setCommand(crypto.randomUUID())
      message.success(typeof came === 'string' ? came : `${submit}：已办理`)
    } catch (error) {
      // Decided otherwise than asked: the next try is another click. Without an answer it is the same one.
      if (!(error instanceof ApiError) || error.status !== 0) setCommand(crypto.randomUUID())
      refuse(error)
    } finally {
      setSending(false)
    }
  }
  /** What the sending would refuse, said together with everything that the fields themselves say. */
  const whatCheckFinds = (): unknown => {
    try {
      check?.(filledIn())
    } catch (error) {
      return error
    }
    return undefined
  }
  const empty = fields.filter((field) => field.required && values[field.name] === undefined)
  const ask = () => {
    const wrong = Object.entries(wrongTyped(fields, values))
    // All of it at once, and nobody confirms what cannot be sent yet.
    const missing = empty.map((field): [string, string] => [
      field.name,
      `请${VERBS[field.kind] ?? '填写'}${field.label}`,
    ])
    const found = confirm ? whatCheckFinds() : undefined
    const fieldsOf = found instanceof ApiError ? Object.entries(found.fields) : []
    if (found && fieldsOf.length === 0 && wrong.length + missing.length === 0) return refuse(found)
    const all = Object.fromEntries([...fieldsOf, ...missing, ...wrong])
    const count = Object.keys(all).length
    if (count > 0)
      return setRefused({
        message: `还有${count}项${count === missing.length ? '没有填写' : '需要填写或修改'}。`,
        fields: all,
      })
    const title = typeof confirm === 'function' ? confirm(filledIn()) : confirm
    if (!title) return void go()
    const content = readOut ? readOut(filledIn()) : <ReadOut fields={fields} values={filledIn()} />
    question({ title, content, okText: submit, danger, ...(wide && { width: 900 }), onOk: go })
  }

  return (
    // No element that a key sends: Enter in a field is part of the typing, and only the button sends.
    <Form layout="vertical" component="div" role="form" aria-label={label}>
      {fields.map((field) => {
        const id = idOf(field.name)
        const wrong = refused && wrongAt(refused.fields, field.name)
        return (
          <Form.Item
            key={field.name}
            label={field.label}
            htmlFor={id}
            required={field.required}
            extra={closed(field.name) ? '此项未退回，不能修改' : field.help}
            {...said(field, values[field.name], wrong)}
          >
            <WaitingFiles value={tell}>
              <Field
                id={id}
                field={field}
                value={values[field.name]}
                onChange={(value) => put(field.name, value)}
                left={() => leave(field.name)}
                owner={ownerOf?.(field.name) ?? owner}
                names={names}
                disabled={closed(field.name)}
              />
            </WaitingFiles>
          </Form.Item>
        )
      })}
      {refused && (
        <div style={{ marginBottom: 16 }}>
          <Refused refused={refused} shown={fields.map((field) => field.name)} places={placesOf(fields, idOf)} />
        </div>
      )}
      <OnlyHere form={name} values={values} labels={labelsOf(fields)} about={about} />
      <Flex gap={12} align="center" wrap>
        <Button type="primary" danger={danger} loading={sending} disabled={wait !== undefined} onClick={ask}>
          {submit}
        </Button>
        {wait && (
          <Typography.Text type="warning" role="status">
            {wait}
          </Typography.Text>
        )}
      </Flex>
    </Form>
  )
}
