/** One letter: about whom, who has replied what, who has not and was chased when. */
import { Alert, Button, Card, Flex, Select, Table, Tag, Typography } from 'antd'
import { type ReactNode, Suspense, useState } from 'react'
import { said, saidDay } from '#calendar/said.ts'
import { ApiError } from '#contracts/client.ts'
import {
  CHASED_HOW,
  type ConsultationsPage,
  consultationEndpoints,
  type LetterShown,
  type OrganShown,
  type ReplyShown,
  replyShownOf,
} from '#contracts/consultation/consultation.ts'
import { saidWhole } from '../forms/refusal.ts'
import { FileButtons } from '../panels/file-buttons.tsx'
import { useApi } from '../session/api.ts'
import { arrived, partOfPage } from '../session/parts.ts'
import { useTraining } from '../session/training.ts'
import { Loading } from '../shell/states.tsx'
import { useOpenFile } from '../upload/use-open-file.ts'
import { PaperButtons, PrintButton } from '../word/paper-buttons.tsx'
import { daysLate } from './asked-about.ts'
import { useReadAgain, useShowConsultations } from './use-consultations.ts'

const EnterReply = partOfPage(() => import('./enter-reply.tsx'))
const TakeBack = partOfPage(() => import('./take-back.tsx'))
type How = keyof typeof CHASED_HOW
const HOW: readonly How[] = ['phone', 'letter', 'inPerson']

/** What is being done below the table: to one organ's reply, or to the letter. */
type Open = { readonly does: 'enter' | 'takeBack'; readonly organ?: string }
const buttonOf = (n: number, { does, organ = '' }: Open): string => `consultation-${n}-${does}-${organ}`

export function LetterCard({ page, letter }: { page: ConsultationsPage; letter: LetterShown }) {
  const { n, reference, on, lastDay, by, units, organs, withdrawn } = letter
  const again = useReadAgain(page.batch.id)
  const [opened, open] = useState<Open>()
  const [missed, miss] = useState<string>()
  const may = page.may && !withdrawn
  const waiting = organs.filter((organ) => !replyShownOf(organ)).length
  const late = waiting > 0 && !withdrawn ? daysLate(lastDay, page.today) : 0
  const one = organs.find(({ organ }) => organ === opened?.organ)
  const begin = (next: Open) => {
    miss(undefined)
    open(next)
  }
  const close = () => {
    open(undefined)
    // Of an organ the first button of its row, which is there whatever has come of it.
    const back = opened && buttonOf(n, opened.organ === undefined ? opened : { ...opened, does: 'enter' })
    if (back) requestAnimationFrame(() => document.getElementById(back)?.focus())
  }
  const passed = (error: unknown) => {
    if (!(error instanceof ApiError) || error.status !== 409) return
    // The form is made anew for what stands now, and would take the sentence with it.
    miss(saidWhole(error))
    again()
  }
  const below = { done: close, passed }
  return (
    <Card
      size="small"
      role="region"
      aria-label={`函询${reference}`}
      title={reference}
      extra={<Standing letter={letter} waiting={waiting} late={late} />}
    >
      <Flex vertical gap={12}>
        <Typography.Text>
          {saidDay(on)}发函，请于{saidDay(lastDay)}前（含当日）函复；{by}登记。
        </Typography.Text>
        {withdrawn && (
          <Typography.Text>
            {withdrawn.by}于{said(withdrawn.at)}撤销；撤销理由：{withdrawn.reason}
          </Typography.Text>
        )}
        <Typography.Text type="secondary">
          {units.length}个单位：{units.map(({ name }) => name).join('、')}
        </Typography.Text>
        {!withdrawn && (
          <Letters page={page} letter={letter}>
            {may && waiting === organs.length && (
              <Button id={buttonOf(n, { does: 'takeBack' })} onClick={() => begin({ does: 'takeBack' })}>
                撤销函询
              </Button>
            )}
          </Letters>
        )}
        <Table
          className="stacks"
          rowKey="organ"
          size="small"
          pagination={false}
          dataSource={[...organs]}
          columns={[
            { title: '机关', dataIndex: 'title', width: 140 },
            { title: '复函', render: (_, organ) => <Replied organ={organ} late={late} /> },
            ...(may
              ? [
                  {
                    ...{ title: '办理', width: 260 },
                    render: (_: unknown, organ: OrganShown) => (
                      <Doing page={page} letter={letter} organ={organ} begin={begin} />
                    ),
                  },
                ]
              : []),
          ]}
        />
        {missed && <Alert type="warning" showIcon role="alert" title={missed} />}
        {opened && may && (
          <Suspense fallback={<Loading />}>
            {one && opened.does === 'enter' && (
              <EnterReply key={`${one.organ} ${one.replies.length}`} {...{ page, letter, ...below }} organ={one} />
            )}
            {opened.does === 'takeBack' && (!one || replyShownOf(one)) && (
              <TakeBack
                key={`${opened.organ} ${one?.replies.length}`}
                {...{ batch: page.batch.id, n, ...below }}
                {...(one && { organ: { organ: one.organ, title: one.title, seen: one.replies.length } })}
              />
            )}
          </Suspense>
        )}
      </Flex>
    </Card>
  )
}

function Standing({ letter, waiting, late }: { letter: LetterShown; waiting: number; late: number }) {
  const { organs, withdrawn } = letter
  if (withdrawn) return <Tag>已撤销</Tag>
  return (
    <Tag color={waiting === 0 ? 'default' : late > 0 ? 'error' : 'processing'}>
      已复函{organs.length - waiting}/{organs.length}
      {late > 0 && `，逾期${late}日`}
    </Tag>
  )
}

const making = () => arrived(async () => (await import('./letter-paper.ts')).letterPaper)

/** The letter to one organ after the other: printed, or as Word. */
type LettersProps = { page: ConsultationsPage; letter: LetterShown; children: ReactNode }
function Letters({ page, letter, children }: LettersProps) {
  const training = useTraining() !== undefined
  const [to, setTo] = useState(letter.organs[0]?.title ?? '')
  return (
    <Flex gap={8} align="center" wrap className="not-printed">
      <Select
        aria-label="函件发往"
        style={{ minWidth: 140 }}
        value={to}
        onChange={setTo}
        options={letter.organs.map(({ title }) => ({ value: title, label: `致${title}` }))}
      />
      <PaperButtons label="函件" of="letter" paper={async () => (await making())({ page, letter, to, training })} />
      {letter.organs.length > 1 && (
        <PrintButton
          label={`全部函件（${letter.organs.length}份）`}
          papers={async () => {
            const paperOf = await making()
            return letter.organs.map(({ title }) => paperOf({ page, letter, to: title, training }))
          }}
        />
      )}
      {children}
    </Flex>
  )
}

/** What holds first, then what was entered before it. */
function Replied({ organ, late }: { organ: OrganShown; late: number }) {
  const { replies, chased } = organ
  const times = chased.map(({ on, how, by }) => `${saidDay(on)}${CHASED_HOW[how]}催办（${by}）`)
  return (
    <Flex vertical gap={4}>
      {!replyShownOf(organ) && (
        <Typography.Text type={late > 0 ? 'danger' : 'secondary'}>
          未复函{late > 0 && `（逾期${late}日）`}
        </Typography.Text>
      )}
      {[...replies].reverse().map((reply, at) => (
        <div key={reply.at}>
          {reply.withdrawn ? <Tag>已撤销</Tag> : at > 0 && <Tag>已更正</Tag>}
          <OneReply reply={reply} />
        </div>
      ))}
      {times.length > 0 && <Typography.Text type="secondary">{times.join('；')}</Typography.Text>}
    </Flex>
  )
}

function OneReply({ reply: { on, by, reference, scan, found, reason, withdrawn } }: { reply: ReplyShown }) {
  const open = useOpenFile()
  return (
    <>
      {saidDay(on)}收到{reference && `（${reference}）`}，{found.length === 0 ? '均未发现问题' : '反映如下'}；{by}登记
      {found.map(({ unit, name, text }) => (
        <div key={unit} style={{ whiteSpace: 'pre-wrap' }}>
          <Typography.Text type="danger">{name}：</Typography.Text>
          {text}
        </div>
      ))}
      {reason && <div>更正理由：{reason}</div>}
      {withdrawn && (
        <div>
          {withdrawn.by}于{said(withdrawn.at)}撤销；撤销理由：{withdrawn.reason}
        </div>
      )}
      <FileButtons files={[scan]} open={open} />
    </>
  )
}

type DoingProps = { page: ConsultationsPage; letter: LetterShown; organ: OrganShown; begin: (next: Open) => void }
/** Chased today, in one click, by telephone unless somebody says otherwise; a reply is entered below the table. */
function Doing({ page, letter, organ: shown, begin }: DoingProps) {
  const { organ, title } = shown
  const held = replyShownOf(shown)
  const button = (does: Open['does']) => ({
    ...{ size: 'small' as const, id: buttonOf(letter.n, { does, organ }) },
    onClick: () => begin({ does, organ }),
  })
  const api = useApi()
  const show = useShowConsultations(page.batch.id)
  const [refused, refuse] = useState<string>()
  const [sending, setSending] = useState(false)
  const [how, choose] = useState<How>('phone')
  const chase = async () => {
    setSending(true)
    try {
      const params = { batch: page.batch.id, n: String(letter.n), organ }
      const body = { on: page.today, how }
      show(await api(consultationEndpoints.chaseOrgan, { params, body, command: crypto.randomUUID() }))
      refuse(undefined)
    } catch (error) {
      refuse(saidWhole(error))
    } finally {
      setSending(false)
    }
  }
  const label = held ? '更正' : '登记复函'
  return (
    <Flex gap={8} wrap>
      <Button {...button('enter')} aria-label={`${label}：${title}`}>
        {label}
      </Button>
      {held && (
        <Button {...button('takeBack')} aria-label={`撤销复函：${title}`}>
          撤销复函
        </Button>
      )}
      {!held && (
        <>
          <Select
            size="small"
            aria-label={`催办方式：${title}`}
            value={how}
            onChange={choose}
            options={HOW.map((value) => ({ value, label: CHASED_HOW[value] }))}
          />
          <Button size="small" loading={sending} aria-label={`记催办：${title}`} onClick={() => void chase()}>
            记催办
          </Button>
        </>
      )}
      {refused && <Alert type="error" showIcon role="alert" title={refused} />}
    </Flex>
  )
}
