/** What waits for an officer: narrowed by step, batch and name, sorted, accepted or signed several at once. */
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Empty, Flex, Input, Select, Table, Tag, Typography } from 'antd'
import { Suspense, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { saidShortMinute } from '#calendar/said.ts'
import { viewsEndpoints, type WorkItem } from '#contracts/views.ts'
import { compareNames, isFound } from '#typed/names.ts'
import { SelectAll } from '../board/select-all.tsx'
import { stillWaiting } from '../judgement/queue/decided-here.ts'
import { isToJudge, isToSign } from '../judgement/queue/judgement-queue.ts'
import { ofFirstStep, saidAccepting, waitsBeside } from '../judgement/queue/many-groups.ts'
import { usePrinting } from '../print/use-printing.ts'
import { useApi } from '../session/api.ts'
import { partOfPage } from '../session/parts.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { TrialTag } from '../shell/trial-tag.tsx'
import { WithSummary } from '../summary/with-summary.tsx'
import { Due } from './due.tsx'

const AcceptSeveral = partOfPage(() => import('../judgement/queue/accept-several.tsx'))
const SignSeveral = partOfPage(() => import('../judgement/queue/sign-several.tsx'))

/** It stands in the queue that is judged one after the other. */
const isQueued = (item: WorkItem): boolean => isToJudge(item) || isToSign(item)
/** One of several that are done at once. */
const isOfMany = (item: WorkItem): boolean => isQueued(item) && !waitsBeside(item)
const whyAlone = (item: WorkItem): string =>
  isOfMany(item) ? '' : item.pending && isQueued(item) ? `${item.pending}，请逐件办理` : '这一环节要逐件办理'

const keyOf = ({ kind, path, todo }: WorkItem): string => `${kind} ${path} ${todo}`
const PAGE = 50

export default function OfficeWorklist() {
  const api = useApi()
  const printing = usePrinting()
  const { data, error, refetch } = useQuery({ queryKey: ['worklist'], queryFn: () => api(viewsEndpoints.readWorklist) })
  const [, goTo] = useLocation()
  const query = new URLSearchParams(useSearch())
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [wholePage, setWholePage] = useState(false)
  const [doing, setDoing] = useState<{
    what: 'accept' | 'sign'
    items: readonly WorkItem[]
    leftOut: readonly WorkItem[]
  }>()
  // A look that fails later must not take away what is on screen.
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  // In the address, so that the back button returns to the list as it was.
  const narrow = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(query)
    if (value) next.set(name, value)
    else next.delete(name)
    goTo(`/console/?${next}`, { replace: true })
  }
  const step = query.get('step') ?? ''
  const batch = query.get('batch') ?? ''
  const name = query.get('unit') ?? ''
  const all = stillWaiting(data.items)
  const items = all.filter(
    (item) =>
      (!step || item.step === step) && (!batch || item.batch === batch) && isFound(item.unit?.name ?? item.title, name),
  )
  const selected = items.filter((item) => chosen.includes(keyOf(item)) && isOfMany(item))
  const toAccept = ofFirstStep(selected.filter(isToJudge))
  const toSign = selected.filter(isToSign)
  const beside = items.filter(waitsBeside)
  const many = items.filter(isOfMany)
  const objections = items.filter(({ kind }) => kind === 'objection')
  const [first] = items.filter(isQueued)
  const ofFirst = items.filter((one) => isQueued(one) && one.batch === first?.batch && one.step === first?.step)
  /** What was chosen stays chosen for whoever has done nothing with it. */
  const end = (isDone: boolean) => {
    setDoing(undefined)
    if (!isDone) return
    setChosen([])
    setWholePage(false)
  }
  return (
    <Card styles={{ body: { paddingTop: 12 } }}>
      {error && <Refusal error={error} again={refetch} />}
      <Flex gap={8} align="center" wrap style={{ marginBottom: 12 }}>
        <Typography.Title level={2} style={{ margin: 0, marginInlineEnd: 8, fontSize: 19 }}>
          我的待办（{items.length === all.length ? all.length : `${items.length}/${all.length}`}）
        </Typography.Title>
        <Input.Search
          aria-label="按单位查找"
          placeholder="单位名称"
          allowClear
          style={{ width: 180 }}
          defaultValue={name}
          onChange={({ target }) => narrow('unit', target.value)}
        />
        <Narrowing
          label="环节"
          value={step}
          options={optionsOf(all, ({ step, stepTitle }) => [step, stepTitle])}
          choose={(value) => narrow('step', value)}
        />
        <Narrowing
          label="批次"
          value={batch}
          options={optionsOf(all, ({ batch }) => [batch, batch])}
          choose={(value) => narrow('batch', value)}
        />
        <span style={{ flex: 1 }} />
        {objections.length > 1 && <Link href="/console/objections">集中办理异议（{objections.length}件）</Link>}
        {toAccept.length > 0 && (
          <Button
            onClick={() =>
              setDoing({
                what: 'accept',
                items: toAccept,
                leftOut: beside.filter((item) => isToJudge(item) && item.step === toAccept[0]?.step),
              })
            }
          >
            {saidAccepting(toAccept)}
          </Button>
        )}
        {toSign.length > 0 && (
          <Button onClick={() => setDoing({ what: 'sign', items: toSign, leftOut: beside.filter(isToSign) })}>
            签发选中的{toSign.length}件
          </Button>
        )}
        {first && (
          <Link href={first.path}>
            <Button type="primary">
              开始{first.stepTitle}（{ofFirst.length}件）
            </Button>
          </Link>
        )}
      </Flex>
      {wholePage && many.length > PAGE && (
        <SelectAll
          selected={selected.length}
          all={many.length}
          unit="件"
          choose={(everything) => {
            setChosen(everything ? many.map(keyOf) : [])
            setWholePage(everything)
          }}
        />
      )}
      <WithSummary
        title="我的待办"
        narrowed={{ 单位: name, 环节: all.find((one) => one.step === step)?.stepTitle, 批次: batch }}
      >
        <Table<WorkItem>
          className="stacks"
          rowKey={keyOf}
          size="middle"
          dataSource={items}
          pagination={items.length > PAGE && !printing ? { pageSize: PAGE, showSizeChanger: false } : false}
          rowSelection={{
            selectedRowKeys: [...chosen],
            preserveSelectedRowKeys: true,
            onChange: (keys, _rows, { type }) => {
              setChosen(keys.map(String))
              setWholePage(type === 'all' && keys.length > 0)
            },
            getCheckboxProps: (item) => ({
              disabled: !isOfMany(item),
              'aria-label': `选择${item.title}（${item.batch}）`,
              title: whyAlone(item),
            }),
          }}
          locale={{
            emptyText: (
              <Empty description={all.length === 0 ? '现在没有等您办理的事项' : '没有符合条件的事项，请放宽查找条件'} />
            ),
          }}
          columns={[
            {
              title: '单位',
              render: (_, { unit, title }) => unit?.name ?? title,
              sorter: (a, b) => compareNames(a.unit?.name ?? a.title, b.unit?.name ?? b.title),
            },
            {
              title: '事项',
              render: (_, { title, todo, path, pending }) => (
                <>
                  <Link href={path}>{todo || title}</Link> {pending && <Tag color="warning">{pending}</Tag>}
                </>
              ),
            },
            { title: '环节', dataIndex: 'stepTitle', width: 110 },
            {
              title: '批次',
              width: 130,
              render: (_, { batch, trial }) => (
                <>
                  {batch} {trial && <TrialTag />}
                </>
              ),
            },
            {
              title: '到达',
              width: 130,
              render: (_, { since }) => (since ? saidShortMinute(since) : '—'),
              sorter: (a, b) => (a.since ?? '').localeCompare(b.since ?? ''),
            },
            {
              title: '截止',
              width: 230,
              render: (_, { due }) => <Due due={due} now={data.now} />,
              sorter: (a, b) => (a.due?.lateFrom ?? '9').localeCompare(b.due?.lateFrom ?? '9'),
            },
          ]}
        />
      </WithSummary>
      <Suspense>
        {doing?.what === 'accept' && <AcceptSeveral items={doing.items} leftOut={doing.leftOut} close={end} />}
        {doing?.what === 'sign' && <SignSeveral items={doing.items} leftOut={doing.leftOut} close={end} />}
      </Suspense>
    </Card>
  )
}

const optionsOf = (items: readonly WorkItem[], pair: (item: WorkItem) => readonly [string, string]) =>
  [...new Map(items.map(pair))].flatMap(([value, label]) => (value ? [{ value, label }] : []))

type NarrowingProps = {
  label: string
  value: string
  options: { value: string; label: string }[]
  choose: (value: string | undefined) => void
}
const Narrowing = ({ label, value, options, choose }: NarrowingProps) => (
  <Select
    aria-label={`按${label}筛选`}
    placeholder={`全部${label}`}
    allowClear
    style={{ minWidth: 130 }}
    value={value || null}
    options={options}
    onChange={(chosen: string | null) => choose(chosen ?? undefined)}
  />
)
