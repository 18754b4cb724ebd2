/** One letter: about whom, who has replied what, who has not and was chased when. */
import { Alert, Button, Card, Flex, Select, Table, Tag, Typography } from 'antd'
import { useState } from 'react'
import { saidDay } from '#calendar/said.ts'
import {
  CHASED_HOW,
  type ConsultationsPage,
  consultationEndpoints,
  type LetterShown,
  type OrganShown,
  type ReplyShown,
} from '#contracts/consultation/consultation.ts'
import { saidWhole } from '../forms/refusal.ts'
import { FileButtons } from '../panels/file-buttons.tsx'
import { useApi } from '../session/api.ts'
import { arrived, partOfPage } from '../session/parts.ts'
import { useTraining } from '../session/training.ts'
import { useOpenFile } from '../upload/use-open-file.ts'
import { PaperButtons } from '../word/paper-buttons.tsx'
import { daysLate } from './asked-about.ts'
import { useShowConsultations } from './use-consultations.ts'

const EnterReply = partOfPage(() => import('./enter-reply.tsx'))
type How = keyof typeof CHASED_HOW
const HOW: readonly How[] = ['phone', 'letter', 'inPerson']

export function LetterCard({ page, letter }: { page: ConsultationsPage; letter: LetterShown }) {
  const { reference, on, lastDay, by, units, organs } = letter
  const [entering, enter] = useState<string>()
  const waiting = organs.filter(({ replies }) => replies.length === 0).length
  const late = waiting > 0 ? daysLate(lastDay, page.today) : 0
  const one = organs.find(({ organ }) => organ === entering)
  return (
    <Card
      size="small"
      role="region"
      aria-label={`函询${reference}`}
      title={reference}
      extra={
        <Tag color={waiting === 0 ? 'default' : late > 0 ? 'error' : 'processing'}>
          已复函{organs.length - waiting}/{organs.length}
          {late > 0 && `，逾期${late}日`}
        </Tag>
      }
    >
      <Flex vertical gap={12}>
        <Typography.Text>
          {saidDay(on)}发函，请于{saidDay(lastDay)}前（含当日）函复；{by}登记。
        </Typography.Text>
        <Typography.Text type="secondary">
          {units.length}个单位：{units.map(({ name }) => name).join('、')}
        </Typography.Text>
        <Letters page={page} letter={letter} />
        <Table
          className="stacks"
          rowKey="organ"
          size="small"
          pagination={false}
          dataSource={[...organs]}
          columns={[
            { title: '机关', dataIndex: 'title', width: 140 },
            { title: '复函', render: (_, organ) => <Replied organ={organ} late={late} /> },
            ...(page.may
              ? [
                  {
                    ...{ title: '办理', width: 260 },
                    render: (_: unknown, organ: OrganShown) => (
                      <Doing page={page} letter={letter} organ={organ} enter={() => enter(organ.organ)} />
                    ),
                  },
                ]
              : []),
          ]}
        />
        {one && page.may && (
          <EnterReply
            key={`${one.organ} ${one.replies.length}`}
            batch={page.batch.id}
            letter={letter}
            organ={one}
            done={() => enter(undefined)}
          />
        )}
      </Flex>
    </Card>
  )
}

/** The letter to one organ after the other: printed, or as Word. */
function Letters({ page, letter }: { page: ConsultationsPage; letter: LetterShown }) {
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
      <PaperButtons
        label="函件"
        paper={async () => {
          const letterPaper = await arrived(async () => (await import('./letter-paper.ts')).letterPaper)
          return letterPaper({ page, letter, to, training })
        }}
      />
    </Flex>
  )
}

/** What holds first, then what was entered before it. */
function Replied({ organ: { replies, chased }, late }: { organ: OrganShown; late: number }) {
  const times = chased.map(({ on, how, by }) => `${saidDay(on)}${CHASED_HOW[how]}催办（${by}）`)
  return (
    <Flex vertical gap={4}>
      {replies.length === 0 && (
        <Typography.Text type={late > 0 ? 'danger' : 'secondary'}>
          未复函{late > 0 && `（逾期${late}日）`}
        </Typography.Text>
      )}
      {[...replies].reverse().map((reply, at) => (
        <div key={reply.at} style={at > 0 ? { opacity: 0.75 } : {}}>
          {at > 0 && <Tag>已更正</Tag>}
          <OneReply reply={reply} />
        </div>
      ))}
      {times.length > 0 && <Typography.Text type="secondary">{times.join('；')}</Typography.Text>}
    </Flex>
  )
}

function OneReply({ reply: { on, by, reference, scan, found, reason } }: { reply: ReplyShown }) {
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
      <FileButtons files={[scan]} open={open} />
    </>
  )
}

type DoingProps = { page: ConsultationsPage; letter: LetterShown; organ: OrganShown; enter: () => void }
/** Chased today, in one click, by telephone unless somebody says otherwise; a reply is entered below the table. */
function Doing({ page, letter, organ: { organ, title, replies }, enter }: DoingProps) {
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
  const label = replies.length > 0 ? '更正' : '登记复函'
  return (
    <Flex gap={8} wrap>
      <Button size="small" aria-label={`${label}：${title}`} onClick={enter}>
        {label}
      </Button>
      {replies.length === 0 && (
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
