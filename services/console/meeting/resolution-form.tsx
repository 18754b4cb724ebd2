/** One resolution over many cases, entered on one page; whatever was typed stays in this browser until it is recorded. */
import { Alert, App, Button, Card, Col, Empty, Flex, Form, Radio, Row, Typography } from 'antd'
import { useState } from 'react'
import { ApiError } from '#contracts/client.ts'
import type { ResolutionBody, ResolutionPage } from '#contracts/meeting.ts'
import { useAsk } from '../forms/ask.tsx'
import { FaultLinks } from '../forms/before-sending/fault-list.tsx'
import { forgetValues, keepValues, keptValues } from '../forms/kept-values.ts'
import { OnlyHere } from '../forms/only-here.tsx'
import { useRefusal } from '../session/session-ends.ts'
import { useWaiting, WaitingFiles } from '../upload/use-waiting.ts'
import { whyWait } from '../upload/waiting.ts'
import { faultsIn, idOfEntry } from './faults.ts'
import { asKept, fromKept, keptLabels } from './kept-draft.ts'
import { TakeFirst } from './ranked/take-first.tsx'
import { readMembers } from './read-members.ts'
import { placed, readyToSend, withNotes } from './ready-to-send.ts'
import {
  casesBefore,
  countsOf,
  type Draft,
  entriesIn,
  type Line,
  leftIn,
  linesOf,
  newDraft,
  quotaOf,
  type RefusedMeeting,
  saidLacking,
  stillRefused,
} from './resolution-draft.ts'
import { ResolutionLines } from './resolution-lines.tsx'
import { ResolutionMeeting } from './resolution-meeting.tsx'
import { Summary } from './resolution-summary.tsx'
import { SharedReasons } from './shared-reasons.tsx'

type Props = {
  page: ResolutionPage
  /** Records it; `command` is the same on every retry of one click. */
  send: (body: ResolutionBody, command: string) => Promise<unknown>
}

export function ResolutionForm({ page, send }: Props) {
  const { message } = App.useApp()
  const question = useAsk()
  const name = `resolution/${page.batch}/${page.step}`
  const [draft, setDraft] = useState<Draft>(() => fromKept(keptValues(name)) ?? newDraft(page))
  const [command, setCommand] = useState<string>(() => crypto.randomUUID())
  const [refused, setRefused] = useRefusal<RefusedMeeting>()
  const [sending, setSending] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { waiting, tell } = useWaiting()
  const all = casesBefore(page)
  if (all.length === 0)
    return (
      <Card title={`登记“${page.stepTitle}”的决定`}>
        <Empty description={page.prepares ? '还没有提请审议的单位' : '现在没有等待审议的单位'} />
      </Card>
    )

  const isList = page.record === 'signedList'
  const submit = isList ? '登记签名名单' : '登记会议决定'
  const wait = whyWait(waiting, '登记')
  const lines = linesOf(page, draft)
  const now = readyToSend(page, draft)
  const lacking = 'wrong' in now ? now.wrong : {}
  const wrong = { ...leftIn(lacking, left), ...refused?.wrong }
  const leave = (entry: string) => setLeft((all) => new Set([...all, entry]))
  const put = (change: Partial<Draft>) => {
    const touched = entriesIn(draft, change)
    setLeft((all) => new Set([...all].filter((entry) => !touched.includes(entry))))
    const next = { ...draft, ...change }
    setDraft(next)
    keepValues(name, asKept(next))
    const ready = readyToSend(page, next)
    setRefused((now) => now && stillRefused(now, 'wrong' in ready ? ready.wrong : {}, Object.keys(change)))
  }
  const record = async (body: ResolutionBody) => {
    setSending(true)
    try {
      await send(withNotes(body), command)
      forgetValues(name)
      setRefused(undefined)
      setCommand(crypto.randomUUID())
      message.success(isList ? '签名名单已登记' : '会议决定已登记')
    } catch (error) {
      // Without an answer the next try is the same click; a refused one is another.
      if (!(error instanceof ApiError) || error.status !== 0) setCommand(crypto.randomUUID())
      const exceptions = lines.filter(({ isException }) => isException)
      setRefused({
        sentence: error instanceof Error ? error.message : '办理未成功，请重试。',
        wrong: error instanceof ApiError ? placed(error.fields, exceptions) : {},
        error,
      })
    } finally {
      setSending(false)
    }
  }
  const ask = () => {
    if ('wrong' in now) return setRefused({ sentence: saidLacking(now.wrong), wrong: now.wrong, own: true })
    setRefused(undefined)
    question({
      title: `登记“${now.body.meeting}”的决定，是否确认？`,
      width: 560,
      content: <Summary page={page} lines={lines} body={now.body} beside={readMembers(page, draft.members).beside} />,
      okText: '确认登记',
      onOk: () => record(now.body),
    })
  }

  return (
    // No element that a key sends: Enter in a field is part of the typing, and only the button sends.
    <Form layout="vertical" component="div" role="form" aria-label={submit}>
      <Row gutter={16}>
        <Col xs={24} lg={14}>
          <Card title={`${page.stepTitle}：等待审议的单位（${all.length}个单位）`} size="small">
            <Flex align="center" gap={12} wrap style={{ marginBottom: 12 }}>
              <Typography.Text strong>会议结论（适用于全部单位）</Typography.Text>
              <Radio.Group
                id={idOfEntry('outcome')}
                aria-label="会议结论"
                optionType="button"
                buttonStyle="solid"
                options={page.outcomes}
                value={draft.outcome ?? null}
                onChange={({ target }) => put({ outcome: target.value })}
              />
              {wrong.outcome && <Typography.Text type="danger">{wrong.outcome}</Typography.Text>}
              <Typography.Text type="secondary">个别单位结论不同的，在该单位一行另选。</Typography.Text>
            </Flex>
            {page.ranked && <TakeFirst {...{ page, draft, lacking, put, leave }} />}
            {wrong.cases && <Alert type="error" showIcon title={wrong.cases} style={{ marginBottom: 12 }} />}
            <SharedReasons {...{ page, draft, wrong, lacking, put, leave }} />
            <ResolutionLines {...{ page, draft, wrong, lacking, put, leave }} />
          </Card>
        </Col>
        <Col xs={24} lg={10}>
          <Card title="会议情况" size="small">
            <WaitingFiles value={tell}>
              <ResolutionMeeting {...{ page, draft, wrong, lacking, put, leave }} />
            </WaitingFiles>
          </Card>
        </Col>
      </Row>
      <Card
        size="small"
        style={{ position: 'sticky', bottom: 0, zIndex: 2, marginTop: 16, boxShadow: '0 -2px 8px rgba(0,0,0,0.12)' }}
      >
        <OnlyHere form={name} values={asKept(draft)} labels={keptLabels(page)} />
        <Flex align="center" gap={24} wrap>
          <Quota page={page} lines={lines} />
          {refused && (
            <div style={{ flex: 1 }}>
              <Typography.Text type="danger" role="alert">
                {refused.sentence}
              </Typography.Text>
              <FaultLinks faults={faultsIn(page, refused.wrong)} />
            </div>
          )}
          {wait && (
            <Typography.Text type="warning" role="status">
              {wait}
            </Typography.Text>
          )}
          <Button
            type="primary"
            loading={sending}
            disabled={wait !== undefined}
            onClick={ask}
            style={{ marginLeft: 'auto' }}
          >
            {submit}
          </Button>
        </Flex>
      </Card>
    </Form>
  )
}

/** What the meeting decides so far, and what it leaves of the quota. */
function Quota({ page, lines }: { page: ResolutionPage; lines: readonly Line[] }) {
  const used = quotaOf(page, lines)
  const counts = countsOf(page, lines)
  return (
    <Typography.Text aria-live="polite">
      共{lines.length}个单位
      {counts.length > 0 && `：${counts.map(({ label, count }) => `${label}${count}个`).join('，')}`}
      {used && (
        <>
          {' · '}
          <Typography.Text type={used.left < 0 ? 'danger' : 'secondary'} strong={used.left < 0}>
            名额{used.quota}个，此前已用{used.before}个，本次{used.now}个，
            {used.left < 0 ? `超出${-used.left}个` : `还余${used.left}个`}
            {used.left < 0 && used.tie && `；${used.tie}`}
          </Typography.Text>
        </>
      )}
    </Typography.Text>
  )
}
