/** What waits for another administrator's approval, and what has changed, with both names. */
import { useQuery } from '@tanstack/react-query'
import { App, Button, Card, Empty, Flex, Space, Table, Tag } from 'antd'
import { useState } from 'react'
import { said } from '#calendar/said.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import type { RosterChanges as Changes, PendingChange } from '#contracts/roster-changes.ts'
import { useAsk } from '../forms/ask.tsx'
import { type Refusal as Refusing, refusalOf } from '../forms/refusal.ts'
import { Refused } from '../forms/refused.tsx'
import { usePrinting } from '../print/use-printing.ts'
import { useApi } from '../session/api.ts'
import { useRefusal } from '../session/session-ends.ts'
import { focusContent } from '../shell/focus-back.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { DeclineChange } from './decline-change.tsx'
import { inLots } from './in-lots.ts'

const keyOf = ({ person, proposal }: { readonly person: string; readonly proposal: number }): string =>
  `${person} ${proposal}`
const PAGE = 50

export default function RosterChanges() {
  const api = useApi()
  const { data, error, refetch } = useQuery({
    queryKey: ['roster-changes'],
    queryFn: () => api(rosterEndpoints.readRosterChanges),
  })
  // A look that fails later must not take away what is on screen.
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  return (
    <Flex vertical gap={16}>
      {error && <Refusal error={error} again={refetch} />}
      <Pending page={data} look={refetch} />
      <Declined declined={data.declined} />
      <Changed page={data} look={refetch} />
    </Flex>
  )
}

type Props = { page: Changes; look: () => unknown }

function Pending({ page: { pending, may }, look }: Props) {
  const api = useApi()
  const { message } = App.useApp()
  const question = useAsk()
  const [chosen, setChosen] = useState<readonly string[]>([])
  // Lists lag behind the record: what was settled here is not offered once more.
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set())
  const [declining, setDeclining] = useState<PendingChange>()
  const [refused, setRefused] = useRefusal<Refusing>()
  const shown = pending.filter((one) => !settled.has(keyOf(one)))
  const selected = shown.filter((one) => one.why === undefined && chosen.includes(keyOf(one)))
  const settle = (all: readonly PendingChange[]) => {
    setSettled((now) => new Set([...now, ...all.map(keyOf)]))
    setChosen([])
    look()
  }
  const approve = async (all: readonly PendingChange[]) => {
    setRefused(undefined)
    const not = new Map<string, string>()
    try {
      for (const lot of inLots(all)) {
        const proposals = lot.map(({ person, proposal }) => ({ person, proposal }))
        const answer = await api(rosterEndpoints.approveChanges, { body: { proposals } })
        for (const one of answer.refused) not.set(keyOf(one), one.sentence)
      }
    } catch (error) {
      setRefused(refusalOf(error))
    }
    const why = all.flatMap((one) => (not.has(keyOf(one)) ? [`${one.name}：${not.get(keyOf(one))}`] : []))
    if (why.length > 0) setRefused({ message: `${why.length}项没有批准。`, fields: Object.fromEntries(why.entries()) })
    else message.success(`已批准${all.length}项`)
    settle(all.filter((one) => !not.has(keyOf(one))))
  }
  const takeBack = async (one: PendingChange) => {
    setRefused(undefined)
    try {
      await api(rosterEndpoints.takeBackChange, { body: { person: one.person, proposal: one.proposal } })
      message.success('已收回')
      settle([one])
    } catch (error) {
      setRefused(refusalOf(error))
    }
  }
  return (
    <Card
      title={`等待批准的岗位和账号（${shown.length}项）`}
      extra={
        may.approve &&
        selected.length > 0 && (
          <Button
            type="primary"
            onClick={() =>
              question({
                title: `批准选中的${selected.length}项，是否确认？`,
                content: '批准后立即生效，记入名册的变动记录，并告知法制办负责人。',
                okText: '批准',
                onOk: () => approve(selected),
              })
            }
          >
            批准选中的{selected.length}项
          </Button>
        )
      }
    >
      {refused && <Refused refused={refused} shown={[]} />}
      <Table<PendingChange>
        className="stacks"
        size="middle"
        rowKey={keyOf}
        dataSource={shown}
        pagination={shown.length > PAGE ? { pageSize: PAGE, showSizeChanger: false } : false}
        locale={{ emptyText: <Empty description="没有等待批准的岗位和账号" /> }}
        {...(may.approve && {
          rowSelection: {
            selectedRowKeys: [...chosen],
            preserveSelectedRowKeys: true,
            onChange: (keys: readonly unknown[]) => setChosen(keys.map(String)),
            getCheckboxProps: ({ name, sentence, why }: PendingChange) => ({
              disabled: why !== undefined,
              'aria-label': `选择${name}：${sentence}`,
              title: why ?? '',
            }),
          },
        })}
        columns={[
          { title: '人员', render: (_, { name, person }) => `${name}（${person}）` },
          { title: '登记的内容', dataIndex: 'sentence', className: 'code' },
          { title: '登记人', dataIndex: 'by' },
          { title: '登记时间', dataIndex: 'at', render: said },
          {
            title: '办理',
            className: 'not-printed',
            render: (_, one) => (
              <Space>
                {one.mine && (
                  <Button
                    onClick={() =>
                      question({
                        title: `收回登记：${one.name}，${one.sentence}，是否确认？`,
                        content: '收回后不再等待批准；要办的，请重新登记。',
                        okText: '收回',
                        onOk: () => takeBack(one),
                      })
                    }
                  >
                    收回
                  </Button>
                )}
                {may.approve && one.why === undefined && <Button onClick={() => setDeclining(one)}>退回</Button>}
                {one.why !== undefined && !one.mine && one.why}
              </Space>
            ),
          },
        ]}
      />
      {declining && (
        <DeclineChange
          change={declining}
          close={(isDone) => {
            setDeclining(undefined)
            if (isDone) settle([declining])
          }}
        />
      )}
    </Card>
  )
}

/** What came back to whoever has entered it, with the reason. */
const Declined = ({ declined }: Pick<Changes, 'declined'>) =>
  declined.length > 0 && (
    <Card title={`我登记的，没有批准（${declined.length}项）`}>
      <Table
        className="stacks"
        size="middle"
        rowKey={({ at, person, sentence }) => `${at} ${person} ${sentence}`}
        dataSource={declined}
        pagination={declined.length > PAGE ? { pageSize: PAGE, showSizeChanger: false } : false}
        columns={[
          { title: '人员', render: (_, { name, person }) => `${name}（${person}）` },
          { title: '登记的内容', dataIndex: 'sentence', className: 'code' },
          { title: '退回的理由', dataIndex: 'reason' },
          { title: '退回人', dataIndex: 'by' },
          { title: '退回时间', dataIndex: 'at', render: said },
        ]}
      />
    </Card>
  )

function Changed({ page: { changes, left, news, may }, look }: Props) {
  const api = useApi()
  const printing = usePrinting()
  const [isNoted, setNoted] = useState(false)
  const [refused, setRefused] = useRefusal<Refusing>()
  const note = async () => {
    setRefused(undefined)
    try {
      let newer = 0
      for (const lot of inLots(news)) newer += (await api(rosterEndpoints.noteChanges, { body: { news: lot } })).newer
      setNoted(newer === 0)
      if (newer === 0) focusContent(document)
      look()
    } catch (error) {
      setRefused(refusalOf(error))
    }
  }
  return (
    <Card
      title={`名册的变动记录（${changes.length}项）`}
      extra={
        may.note &&
        news.length > 0 &&
        !isNoted && (
          <Button type="primary" onClick={note}>
            标为已阅
          </Button>
        )
      }
    >
      {refused && <Refused refused={refused} shown={[]} />}
      <Table
        className="stacks"
        size="middle"
        rowKey={({ at, person, sentence }) => `${at} ${person} ${sentence}`}
        dataSource={changes}
        pagination={changes.length > PAGE && !printing ? { pageSize: PAGE, showSizeChanger: false } : false}
        locale={{ emptyText: <Empty description="名册还没有变动" /> }}
        {...(left !== undefined && { footer: () => `还有${left}项较早的变动没有列出，都保存在系统记录中。` })}
        columns={[
          { title: '生效时间', dataIndex: 'at', render: said },
          {
            title: '人员或单位',
            render: (_, { name, person, isNews }) => (
              <>
                {name}（{person}） {isNews && !isNoted && <Tag color="gold">未阅</Tag>}
              </>
            ),
          },
          { title: '变动', dataIndex: 'sentence', className: 'code' },
          { title: '登记人', render: (_, { enteredBy, by }) => enteredBy ?? by },
          { title: '批准人', render: (_, { enteredBy, by }) => (enteredBy === undefined ? '不经批准' : by) },
        ]}
      />
    </Card>
  )
}
