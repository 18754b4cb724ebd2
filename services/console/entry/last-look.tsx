/** The whole form before it is handed in: as the office will read it, and as it is printed for the stamp. */

import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons'
import { Alert, App, Button, Card, Flex, Form } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { CasePage, FileReference, ShownPaper } from '#contracts/case-page.ts'
import { ApiError } from '#contracts/client.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import { whyNoReason } from '#steps/entry/no-reason.ts'
import { isBlank } from '#typed/unseen.ts'
import { asReturned } from '../case/as-returned.ts'
import { FinishedSince } from '../case/finished-since.tsx'
import { SignOffsAsRead } from '../case/sign-offs-as-read.tsx'
import { useAsk } from '../forms/ask.tsx'
import type { Draft } from '../forms/autosave.ts'
import { forgetValues, keepValues, keptValues } from '../forms/kept-values.ts'
import { type Send, stayOf } from '../forms/offered-command.ts'
import { OnlyHere } from '../forms/only-here.tsx'
import { saidWhole } from '../forms/refusal.ts'
import { TypedText } from '../forms/typed-text.tsx'
import { wrongTyped } from '../forms/typed-value.ts'
import { paperNow } from '../print/use-paper-print.ts'
import { useRefusal } from '../session/session-ends.ts'
import { useTraining } from '../session/training.ts'
import { useServerNow } from '../shell/server-now.ts'
import { type Waiting, whyWait } from '../upload/waiting.ts'
import { WordButton } from '../word/word-button.tsx'
import { AnswersClosed } from './answers-closed.tsx'
import { DueLine } from './due-line.tsx'
import type { Missing } from './missing-list.tsx'
import { whyNotWhole } from './not-whole.ts'
import type { LateFiles } from './use-late-files.ts'

type Props = {
  page: CasePage
  paper: ShownPaper
  draft: Draft
  /** Files on their way to the form. */
  waiting: Waiting
  late: LateFiles
  missing: readonly Missing[]
  names: Readonly<Record<string, string>>
  open: (file: FileReference) => void
  send: Send
  back: () => void
  printPaper: () => Promise<void>
}

export function LastLook({ page, paper, draft, waiting, late, missing, open, send, back, printPaper }: Props) {
  const { message } = App.useApp()
  const question = useAsk()
  const now = useServerNow()
  const training = useTraining() !== undefined
  const [, go] = useLocation()
  const [sending, setSending] = useState(false)
  const name = `${page.case}/${paper.name}/explanation`
  const [explanation, setExplanation] = useState(() => String(keptValues(name)?.explanation ?? ''))
  const [refused, setRefused] = useRefusal<{ sentence: string }>()
  const [click, setClick] = useState<string>(() => crypto.randomUUID())
  const submit = page.commands.find(({ name }) => name === 'submit-form')
  // Of one that was returned and stands as it did: why nothing was to be changed.
  const why = submit?.fields.find(({ name }) => name === 'explanation')
  // Until all has come and is saved, what was changed since the return is not known.
  const wait = whyWait(waiting, '提交') ?? whyNotWhole(draft.saving)
  // What is left of the self-assessment is said beside what was written of it.
  const left = asReturned(page.sinceReturn?.answers.filter(({ name }) => name !== ASSESSMENT.name) ?? [])
  const unsaid =
    why && !isBlank(explanation)
      ? (wrongTyped([why], { explanation })[why.name] ?? whyNoReason(explanation))
      : undefined
  const lacking = [
    ...(wait === undefined ? [] : [wait]),
    ...missing.map(({ label }) => `${label}未填好`),
    ...paper.signOffs.filter(({ mode, on }) => mode && !on).map(({ title }) => `尚缺“${title}”`),
    ...(wait === undefined && why && isBlank(explanation)
      ? [
          `退回后没有${page.sinceReturn?.answers.some(({ changed }) => changed) ? '都' : ''}修改：请返回修改，或者填写“${why.label}”`,
        ]
      : []),
    ...(wait === undefined && unsaid ? [unsaid] : []),
  ]
  const handIn = async () => {
    if (!submit) return
    setSending(true)
    try {
      await send(submit)(why ? { explanation } : {}, click)
      forgetValues(name)
      message.success('已提交，法制办即可看到。')
      go(`/console/cases/${page.case}`, { replace: true })
    } catch (error) {
      // Without an answer the next try is the same click: it is decided once.
      if (!(error instanceof ApiError) || error.status !== 0) setClick(crypto.randomUUID())
      const cut = error instanceof ApiError && error.status === 0
      setRefused({
        sentence: cut ? '网络中断，尚不能确定是否已提交；网络恢复后请再点一次“提交”，不会重复提交。' : saidWhole(error),
        // Whether it was handed in is not known when the line is back either.
        ...(!cut && { error }),
      })
    } finally {
      setSending(false)
    }
  }
  return (
    <Card
      title={`核对：${page.unit.name}${paper.title}`}
      extra={
        <Flex gap={8} className="not-printed">
          <Button icon={<ArrowLeftOutlined />} onClick={back}>
            返回修改
          </Button>
          <Button
            icon={<PrinterOutlined />}
            onClick={() => printPaper().catch((error: Error) => message.error(error.message))}
          >
            打印
          </Button>
          <WordButton
            paper={() =>
              paperNow({
                page,
                training,
                paper: { ...paper, values: draft.values },
                unsaved: draft.saving.is !== 'saved',
              })
            }
          />
        </Flex>
      }
    >
      <Flex vertical gap={16}>
        {page.due && (
          <span className="not-printed">
            <DueLine due={page.due} now={now()} />
          </span>
        )}
        {late.said.map((sentence) => (
          <Alert key={sentence} type="warning" showIcon role="alert" className="not-printed" title={sentence} />
        ))}
        <AnswersClosed fields={paper.fields} paper={paper} open={open} />
        <SignOffsAsRead signOffs={paper.signOffs} open={open} />
        {wait === undefined && left.length > 0 && (
          <Alert type="warning" showIcon className="not-printed" title={`退回的内容还没有修改：${left.join('、')}`} />
        )}
        <FinishedSince page={page} />
        {why && (
          <Form layout="vertical" component="div" className="not-printed">
            <Form.Item
              label={why.label}
              htmlFor="explanation"
              extra={why.help}
              validateStatus={unsaid ? 'error' : ''}
              help={unsaid}
            >
              <TypedText
                id="explanation"
                rows={{ minRows: 2, maxRows: 6 }}
                most={why.max ?? 500}
                value={explanation}
                wrong={unsaid !== undefined}
                onChange={(typed) => {
                  setExplanation(typed)
                  keepValues(name, { explanation: typed }, [], stayOf(page))
                }}
              />
            </Form.Item>
            <OnlyHere form={name} values={{ explanation }} labels={{ explanation: why.label }} about={stayOf(page)} />
          </Form>
        )}
        {lacking.length > 0 && (
          <Alert type="warning" showIcon title="还不能提交" description={lacking.join('；')} className="not-printed" />
        )}
        {refused && <Alert type="error" showIcon role="alert" title={refused.sentence} />}
        {submit && (
          <Button
            type="primary"
            size="large"
            className="not-printed"
            disabled={lacking.length > 0}
            loading={sending}
            onClick={() =>
              question({
                title: submit.confirm ?? '提交后不能自行修改，是否提交？',
                okText: '提交',
                onOk: handIn,
              })
            }
          >
            提交{paper.title}
          </Button>
        )}
      </Flex>
    </Card>
  )
}
