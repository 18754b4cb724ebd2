/** The objections of one notice: a line each, opened to be read, admitted, declined, found and answered. */
import { useQueryClient } from '@tanstack/react-query'
import { Button, Card, Empty, Flex, Modal, Popconfirm, Result, Table, Tag, Typography } from 'antd'
import { useState } from 'react'
import { dateOf, firstLateInstant } from '#calendar/deadline.ts'
import { instantOf } from '#calendar/instant.ts'
import { saidDay } from '#calendar/said.ts'
import { ApiError } from '#contracts/client.ts'
import { enteredObjection, noticeEndpoints, type NoticePage as Page } from '#contracts/notice.ts'
import { declineForm, findingForm } from '#contracts/objections.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { useAsk } from '../forms/ask.tsx'
import { useAskToLeave } from '../forms/ask-to-leave.ts'
import { ReadOut } from '../forms/before-sending/read-out.tsx'
import { checked } from '../forms/checked.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { ObjectionPapers } from '../objections/objection-papers.tsx'
import { useApi } from '../session/api.ts'
import { serverNowIn } from '../shell/server-now.ts'
import { Due } from '../worklist/due.tsx'
import { findingAtOdds } from './finding-at-odds.ts'
import { CHANNELS, DECLINING, entering, finding, isOpen, openedAtFirst, whyNotReceivedOn } from './objection-fields.ts'
import { ObjectionText } from './objection-text.tsx'

type Line = Page['objections'][number]
type Props = {
  page: Page
  now: string | undefined
  act: (doing: Promise<Page>, done: string) => Promise<unknown>
  /** Shows the page that a decision was answered with. */
  decided: (next: Page) => Promise<unknown>
  reload: () => Promise<unknown>
}

/** Whoever may learn of none is told no number: what is not listed is not none. */
const titleOf = ({ apart, objections }: Page): string =>
  apart === undefined
    ? `异议（${objections.length}件）`
    : apart === 'all'
      ? '异议'
      : `异议（除涉及您任职单位的外，${objections.length}件）`
const NONE = {
  none: '没有收到异议',
  all: '异议由受理和认定的人员办理，这里不列出',
  own: '没有收到涉及其他单位的异议；涉及您任职单位的，由其他有权人员办理，这里不列出',
} as const

export function Objections({ page, now, act, decided, reload }: Props) {
  const [isEntering, setEntering] = useState(false)
  const [first] = useState(() => ({
    known: page.objections.map(({ objection }) => objection),
    opened: openedAtFirst(page.objections),
  }))
  const [toggled, setToggled] = useState<Readonly<Record<string, boolean>>>({})
  // What came in since is read at once, too.
  const unfolded = page.objections
    .map(({ objection }) => objection)
    .filter((one) => toggled[one] ?? (first.opened.includes(one) || !first.known.includes(one)))
  return (
    <Card
      size="small"
      title={titleOf(page)}
      extra={
        page.commands.includes('enter-objection') && (
          <Button onClick={() => setEntering(true)}>录入来电、来信、来访、邮件异议</Button>
        )
      }
    >
      <Table<Line>
        className="stacks"
        rowKey="objection"
        size="small"
        pagination={false}
        dataSource={page.objections}
        locale={{
          emptyText: <Empty description={NONE[page.apart ?? 'none']} />,
        }}
        expandable={{
          columnTitle: <span className="sr-only">展开</span>,
          expandedRowKeys: unfolded,
          onExpand: (expanded, { objection }) => setToggled({ ...toggled, [objection]: expanded }),
          expandedRowRender: (objection) => <Objection {...{ page, objection, act, decided }} />,
        }}
        columns={[
          { title: '编号', dataIndex: 'objection' },
          { title: '涉及单位', dataIndex: 'aboutName' },
          { title: '收到', render: (_, { on, channel }) => `${saidDay(on)} ${CHANNELS[channel] ?? channel}` },
          { title: '实名', render: (_, { anonymous }) => (anonymous ? '匿名' : '实名') },
          {
            title: '状态',
            render: (_, { status, statusTitle }) => (
              <Tag color={isOpen({ status }) ? 'warning' : 'default'}>{statusTitle}</Tag>
            ),
          },
          {
            title: '答复期限',
            render: (_, { answerBy, status }) =>
              answerBy && isOpen({ status }) ? (
                <Due due={{ lateFrom: firstLateInstant(answerBy), said: saidDay(answerBy) }} now={now} />
              ) : (
                (answerBy && saidDay(answerBy)) || '—'
              ),
          },
        ]}
      />
      {page.apart && page.objections.length > 0 && (
        <Typography.Text type="secondary">涉及您任职单位的，由其他有权人员办理，这里不列出。</Typography.Text>
      )}
      {isEntering && <EnterObjection page={page} reload={reload} close={() => setEntering(false)} />}
    </Card>
  )
}

function Objection({ page, objection, act, decided }: Omit<Props, 'now' | 'reload'> & { objection: Line }) {
  const api = useApi()
  const { batch, n } = page
  const params = { batch, n: String(n), objection: objection.objection }
  const may = (command: string) => objection.commands.includes(command)
  const [declining, setDeclining] = useState(false)
  const [admitting] = useState(() => crypto.randomUUID())
  return (
    <Flex vertical gap={12}>
      {page.commands.includes('read-objection') && <ObjectionText {...params} />}
      <Settled {...objection} />
      {page.commands.includes('read-objection') && <ObjectionPapers page={page} objection={objection} />}
      {(may('admit-objection') || may('decline-objection')) && (
        <Flex gap={8}>
          {may('admit-objection') && (
            <Popconfirm
              title="受理后由法制办负责人调查、认定和答复，是否受理？"
              okText="确定受理"
              cancelText="取消"
              onConfirm={() =>
                act(api(noticeEndpoints.admitObjection, { params, body: {}, command: admitting }), '已受理')
              }
            >
              <Button type="primary" aria-label={`受理${objection.objection}`}>
                受理
              </Button>
            </Popconfirm>
          )}
          {may('decline-objection') && !declining && (
            <Button aria-label={`不予受理${objection.objection}`} onClick={() => setDeclining(true)}>
              不予受理
            </Button>
          )}
        </Flex>
      )}
      {declining && may('decline-objection') && (
        <CommandForm
          name={`decline/${objection.objection}`}
          fields={DECLINING}
          values={{}}
          owner={officeFor('objection')}
          submit="不予受理"
          label={`不予受理${objection.objection}`}
          danger
          confirm="不予受理后这件异议即办结，是否确认？"
          check={(values) => checked(declineForm, values)}
          send={async (values, command) => {
            const body = checked(declineForm, values)
            await decided(await api(noticeEndpoints.declineObjection, { params, body, command }))
          }}
        />
      )}
      {may('find-objection') && (
        <CommandForm
          name={`find/${objection.objection}`}
          fields={finding(page)}
          values={{}}
          owner={officeFor('objection')}
          submit="认定并答复"
          label={`认定并答复${objection.objection}`}
          confirm="认定并答复后这件异议即办结，不能更改，是否确认？"
          readOut={(values) => (
            <>
              <Typography.Text type="danger">{findingAtOdds(values)}</Typography.Text>
              <ReadOut fields={finding(page)} values={values} />
            </>
          )}
          check={(values) => checked(findingForm, values)}
          send={async (values, command) => {
            const body = checked(findingForm, values)
            await decided(await api(noticeEndpoints.findObjection, { params, body, command }))
          }}
        />
      )}
      {objection.others.length > 0 && <Typography.Text type="secondary">{objection.others.join('')}</Typography.Text>}
    </Flex>
  )
}

/** What it came to: the reason for whoever may read the objection, and the answer, which of a declined one is the reason. */
function Settled({ status, reason, reply }: Pick<Line, 'status' | 'reason' | 'reply'>) {
  const declined = status === 'declined'
  return (
    <>
      {reason && (
        <Typography.Text style={{ whiteSpace: 'pre-wrap' }}>
          {declined ? '不予受理的理由' : '认定理由'}：{reason}
        </Typography.Text>
      )}
      {reply && !(declined && reason) && (
        <Typography.Text style={{ whiteSpace: 'pre-wrap' }}>答复：{reply}</Typography.Text>
      )}
    </>
  )
}

const nameIn = ({ lines }: Page, about: unknown): string => lines.find(({ unit }) => unit === about)?.name ?? '所涉单位'

/** What came on paper or by voice; its receipt stays on screen until somebody has passed it on. */
function EnterObjection({ page, reload, close }: Pick<Props, 'page' | 'reload'> & { close: () => void }) {
  const api = useApi()
  const ask = useAsk()
  const queries = useQueryClient()
  const [receipt, setReceipt] = useState<{ objection: string; code: string; note?: string | undefined }>()
  const [sending, setSending] = useState(false)
  useAskToLeave(receipt !== undefined)
  const params = { batch: page.batch, n: String(page.n) }
  const askToClose = () =>
    ask({
      title: '查询码关闭后不能再看，是否已告知异议人？',
      content: '没有查询码，异议人不能在网站上查询办理情况。',
      okText: '已告知，关闭',
      cancelText: '返回查看',
      onOk: close,
    })
  return (
    <Modal
      open
      width={720}
      title="录入异议"
      footer={null}
      // Closed before the answer has come, the receipt would be seen by nobody.
      closable={!sending}
      keyboard={!sending}
      onCancel={receipt ? askToClose : close}
      mask={{ closable: false }}
    >
      {receipt ? (
        <Result
          status="success"
          title="已录入，请将回执告知异议人"
          subTitle="异议人凭编号和查询码在公开网站查询办理情况；查询码只在这里显示一次。"
          extra={
            <Flex vertical gap={12} align="center">
              {receipt.note && <Typography.Text>{receipt.note}</Typography.Text>}
              <Typography.Text copyable style={{ fontSize: 18 }}>
                编号 {receipt.objection}
              </Typography.Text>
              <Typography.Text copyable style={{ fontSize: 18 }}>
                查询码 {receipt.code}
              </Typography.Text>
              <Button type="primary" onClick={close}>
                已告知，关闭
              </Button>
            </Flex>
          }
        />
      ) : (
        <CommandForm
          name={`enter/${page.batch}/${page.n}`}
          fields={entering(page)}
          values={{}}
          owner={officeFor('objection')}
          submit="录入异议"
          confirm={({ about }) => `录入后不能修改或删除，${nameIn(page, about)}暂停办理，等异议办结，是否录入？`}
          readOut={(values) => (
            <ReadOut fields={entering(page)} values={values} empty={{ name: '匿名', contact: '没有留' }} />
          )}
          check={(values) => {
            checked(enteredObjection, values)
            const on = whyNotReceivedOn(values.on, page.publication.on, dateOf(instantOf(serverNowIn(queries))))
            if (on) throw new ApiError(422, `${on}。`, 'incomplete', { on })
          }}
          send={async (values, command) => {
            setSending(true)
            try {
              const body = checked(enteredObjection, values)
              setReceipt(await api(noticeEndpoints.enterObjection, { params, body, command }))
            } finally {
              setSending(false)
            }
            await reload()
          }}
        />
      )}
    </Modal>
  )
}
