/** The list that the office submits to the body 提请: only what was submitted is decided there. */

import { App, Button, Card, Empty, Flex, Form, Typography } from 'antd'
import { useId, useState } from 'react'
import type { z } from 'zod/mini'
import { ApiError } from '#contracts/client.ts'
import { listBody, type ResolutionPage } from '#contracts/meeting.ts'
import { nameOfUse } from '#evidence/cited-file.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { tidyText } from '#typed/line.ts'
import { KnownOfUnits } from '../beside/known-beside.tsx'
import { useAsk } from '../forms/ask.tsx'
import { checked } from '../forms/checked.ts'
import { forgetValues, keepValues, keptValues } from '../forms/kept-values.ts'
import { OnlyHere } from '../forms/only-here.tsx'
import { type Refusal, refusalOf } from '../forms/refusal.ts'
import { Refused } from '../forms/refused.tsx'
import { TypedText } from '../forms/typed-text.tsx'
import { excessOf } from '../forms/typed-value.ts'
import { ListCases, listed } from '../list/list-cases.tsx'
import { useRefusal } from '../session/session-ends.ts'
import { FileField } from '../upload/file-field.tsx'
import { useWaiting, WaitingFiles } from '../upload/use-waiting.ts'
import { whyWait } from '../upload/waiting.ts'
import { PaperButtons } from '../word/paper-buttons.tsx'
import { unsubmitted } from './resolution-draft.ts'
import { useSubmission } from './use-submission.ts'

const MOST_TEXT = 2000

type Props = {
  page: ResolutionPage
  /** Submits it; `command` is the same on every retry of one click. */
  send: (body: z.output<typeof listBody>, command: string) => Promise<unknown>
}

export function PrepareList({ page, send }: Props) {
  const { message } = App.useApp()
  const question = useAsk()
  const form = useId()
  const name = `list/${page.batch}/${page.step}`
  const [text, setText] = useState(() => {
    const kept = keptValues(name)?.text
    return typeof kept === 'string' ? kept : ''
  })
  const [paper, setPaper] = useState<string>()
  const [left, setLeft] = useState<readonly string[]>([])
  const [command, setCommand] = useState<string>(() => crypto.randomUUID())
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useRefusal<Refusal>()
  const waiting = unsubmitted(page)
  const cases = listed(waiting, left)
  const { waiting: files, tell } = useWaiting()
  const submission = useSubmission(page.batch, page.step)
  const wait = whyWait(files, '提请审议')
  const [leftText, setLeftText] = useState(false)
  const { error: unread } = listBody.shape.text.safeParse(text)
  const unsaid = excessOf(text, MOST_TEXT) > 0 ? undefined : unread?.issues[0]?.message
  const submit = async () => {
    setSending(true)
    try {
      const visits = Object.fromEntries(
        waiting.flatMap(({ unit, visit }) => (cases.includes(unit) ? [[unit, visit]] : [])),
      )
      await send(checked(listBody, { cases, visits, text: text.trim(), ...(paper && { paper }) }), command)
      forgetValues(name)
      setText('')
      setPaper(undefined)
      setLeft([])
      setRefused(undefined)
      setCommand(crypto.randomUUID())
      message.success('已提请审议')
    } catch (error) {
      // Without an answer the next try is the same click; a refused one is another.
      if (!(error instanceof ApiError) || error.status !== 0) setCommand(crypto.randomUUID())
      setRefused(refusalOf(error))
    } finally {
      setSending(false)
    }
  }
  return (
    <Card size="small" title={`提请审议：${page.stepTitle}`}>
      {waiting.length === 0 ? (
        <Empty description="现在没有可以提请的单位" />
      ) : (
        <Flex vertical gap={12}>
          <ListCases label="提请的单位" waiting={waiting} left={left} leave={setLeft} wrong={refused?.fields.cases} />
          <KnownOfUnits batch={page.batch} units={waiting} />
          <Form layout="vertical" component="div">
            <Form.Item
              label="提请说明"
              htmlFor={`${form}text`}
              validateStatus={refused?.fields.text || (leftText && unsaid) ? 'error' : ''}
              help={
                refused?.fields.text ?? (leftText ? unsaid : <span style={{ visibility: 'hidden' }}>{unsaid}</span>)
              }
            >
              <TypedText
                id={`${form}text`}
                rows={{ minRows: 2, maxRows: 8 }}
                most={MOST_TEXT}
                value={text}
                onChange={(typed) => {
                  setText(typed)
                  setLeftText(false)
                  keepValues(name, { text: typed })
                }}
                left={() => setLeftText(true)}
              />
            </Form.Item>
            <Form.Item
              label="提请材料"
              htmlFor={`${form}paper`}
              extra="可以不上传"
              validateStatus={refused?.fields.paper ? 'error' : ''}
              help={refused?.fields.paper}
              style={{ marginBottom: 0 }}
            >
              <WaitingFiles value={tell}>
                <FileField
                  id={`${form}paper`}
                  label="提请材料"
                  owner={officeFor('minutes')}
                  several={false}
                  names={{}}
                  value={paper ? [paper] : []}
                  onChange={([file]) => setPaper(file)}
                />
              </WaitingFiles>
            </Form.Item>
          </Form>
          <OnlyHere form={name} values={{ text }} labels={{ text: '提请说明' }} />
          <Flex vertical gap={4}>
            <PaperButtons label="请示" of="submission" paper={() => submission('next', { units: cases, text })} />
            <Typography.Text type="secondary">
              请示按上面选中的单位和提请说明生成，附各单位情况；用印后可以作为提请材料上传。
            </Typography.Text>
          </Flex>
          {refused && <Refused refused={refused} shown={['cases', 'text', 'paper']} />}
          <div>
            <Button
              type="primary"
              loading={sending}
              disabled={cases.length === 0 || wait !== undefined}
              onClick={() =>
                question({
                  title: `提请审议${cases.length}个单位，是否确认？`,
                  content: (
                    <>
                      <p>{waiting.flatMap(({ unit, name: of }) => (cases.includes(unit) ? [of] : [])).join('、')}</p>
                      {tidyText(text) && <p style={{ whiteSpace: 'pre-wrap' }}>提请说明：{tidyText(text)}</p>}
                      {paper && <p>提请材料：{nameOfUse(paper)}</p>}
                      <p>提请后名单不能撤回，由会议作出决定。</p>
                    </>
                  ),
                  okText: '确认提请',
                  onOk: submit,
                })
              }
            >
              提请审议
            </Button>
            {wait && (
              <Typography.Text type="warning" role="status" style={{ marginInlineStart: 12 }}>
                {wait}
              </Typography.Text>
            )}
          </div>
        </Flex>
      )}
    </Card>
  )
}
