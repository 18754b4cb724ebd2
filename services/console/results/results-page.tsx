/** The book of external results 外部结果簿: what organs have found of units in a year. */
import { Alert, Button, Card, Empty, Flex, Select, Table, Typography } from 'antd'
import { type ReactNode, Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import { ApiError } from '#contracts/client.ts'
import type { EnteringPage, ResultShown, ResultsPage } from '#contracts/results/results.ts'
import { RESULT_KINDS, type ResultKind, resultKinds } from '#external-results/kinds-of-results.ts'
import { byName, inNameOrder } from '#typed/names.ts'
import { saidWhole } from '../forms/refusal.ts'
import { foundIn } from '../list/found-in.ts'
import { usePrinting } from '../print/use-printing.ts'
import { partOfPage } from '../session/parts.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { WithSummary } from '../summary/with-summary.tsx'
import type { Changing } from './change-result.tsx'
import { OneResult } from './one-result.tsx'
import { CURRENT, useEntering, useReadAgain, useResults } from './use-results.ts'

const EnterResult = partOfPage(() => import('./enter-result.tsx'))
const ChangeResult = partOfPage(() => import('./change-result.tsx'))
const FIRST_YEAR = 2000

export default function ResultsBook({ asked = CURRENT }: { asked?: string | undefined }) {
  const { data, error, refetch } = useResults(asked)
  if (error instanceof ApiError && (error.status === 404 || error.status === 403))
    return <Empty description={error.message} />
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  return <Book key={data.year} page={data} asked={asked} />
}

/** Before it is known what one may enter. */
const NOTHING: EnteringPage = { kinds: [], units: [] }

/** What is being done below the table. */
type Open = { readonly does: 'enter' } | { readonly does: Changing; readonly n: number }
const buttonOf = (open: Open): string => `result-${'n' in open ? open.n : 0}-${open.does}`

function Book({ page, asked }: { page: ResultsPage; asked: string }) {
  const entering = useEntering()
  const may = entering.data ?? NOTHING
  const [unit, chooseUnit] = useState<string>()
  const [kind, chooseKind] = useState<ResultKind>()
  const [opened, open] = useState<Open>()
  const [missed, miss] = useState<string>()
  const again = useReadAgain(asked)
  const shown = page.results.filter((one) => (!unit || one.unit === unit) && (!kind || one.kind === kind))
  const begin = (next: Open) => {
    miss(undefined)
    open(next)
  }
  const close = () => {
    open(undefined)
    const back = opened && buttonOf(opened)
    if (back) requestAnimationFrame(() => document.getElementById(back)?.focus())
  }
  const passed = (error: unknown) => {
    if (!(error instanceof ApiError) || error.status !== 409) return
    // The form is made anew for what stands now, and would take the sentence with it.
    miss(saidWhole(error))
    again()
  }
  const changed = opened && 'n' in opened ? page.results.find(({ n }) => n === opened.n) : undefined
  const owned = may.kinds.find((one) => one.kind === changed?.kind)
  return (
    <Flex vertical gap={12}>
      <Head {...{ page, unit, chooseUnit, kind, chooseKind }}>
        {entering.isError && (
          <Button loading={entering.isFetching} onClick={() => void entering.refetch()}>
            可以登记的种类没有读到，重试
          </Button>
        )}
        {may.kinds.length > 0 && (
          <Button id={buttonOf({ does: 'enter' })} type="primary" onClick={() => begin({ does: 'enter' })}>
            登记结果
          </Button>
        )}
      </Head>
      {opened?.does === 'enter' && (
        <Suspense fallback={<Loading />}>
          <EnterResult year={page.year} may={may} done={close} />
        </Suspense>
      )}
      <Lines
        page={page}
        may={may}
        results={shown}
        begin={begin}
        narrowed={{ 单位: page.results.find((one) => one.unit === unit)?.name, 种类: kind && RESULT_KINDS[kind] }}
      />
      {missed && <Alert type="warning" showIcon role="alert" title={missed} />}
      {changed && owned && opened && 'n' in opened && !changed.withdrawn && (
        <Suspense fallback={<Loading />}>
          <ChangeResult
            key={`${opened.does} ${changed.n} ${changed.versions.length}`}
            {...{ entering: owned, result: changed, does: opened.does, done: close, passed }}
          />
        </Suspense>
      )}
    </Flex>
  )
}

type HeadProps = {
  page: ResultsPage
  unit: string | undefined
  chooseUnit: (unit: string | undefined) => void
  kind: ResultKind | undefined
  chooseKind: (kind: ResultKind | undefined) => void
  children: ReactNode
}
function Head({ page: { year, today, results, all }, unit, chooseUnit, kind, chooseKind, children }: HeadProps) {
  const [, go] = useLocation()
  const last = Number(today.slice(0, 4))
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, back) => last - back)
  const units = inNameOrder([...new Map(results.map((one) => [one.unit, one])).values()])
  return (
    <Card size="small">
      <Flex gap={12} align="center" wrap>
        <Typography.Title level={2} style={{ margin: 0, fontSize: 19 }}>
          外部结果簿（{year}年，{results.filter(({ withdrawn }) => !withdrawn).length}条）
        </Typography.Title>
        <Flex gap={8} wrap className="not-printed" style={{ marginInlineStart: 'auto' }}>
          <Select
            aria-label="年份"
            value={year}
            onChange={(chosen: number) => go(`/console/results/${chosen}`)}
            options={years.map((value) => ({ value, label: `${value}年` }))}
          />
          <Select
            aria-label="按单位筛选"
            allowClear
            showSearch={{ filterOption: foundIn }}
            placeholder="全部单位"
            style={{ minWidth: 180 }}
            value={unit ?? null}
            onChange={(chosen: string | null) => chooseUnit(chosen ?? undefined)}
            options={units.map(({ unit: value, name }) => ({ value, label: name }))}
          />
          <Select
            aria-label="按种类筛选"
            allowClear
            placeholder="全部种类"
            style={{ minWidth: 160 }}
            value={kind ?? null}
            onChange={(chosen: ResultKind | null) => chooseKind(chosen ?? undefined)}
            options={resultKinds.map((value) => ({ value, label: RESULT_KINDS[value] }))}
          />
          {children}
        </Flex>
      </Flex>
      {!all && (
        <Typography.Paragraph type="secondary" style={{ margin: '8px 0 0' }}>
          这里是涉及本单位和本单位主管的结果；涉及本单位的由主管机关登记，认为有误的，请向登记的机关提出。
        </Typography.Paragraph>
      )}
    </Card>
  )
}

type LinesProps = {
  page: ResultsPage
  may: EnteringPage
  results: readonly ResultShown[]
  begin: (open: Open) => void
  narrowed: Readonly<Record<string, string | undefined>>
}
function Lines({ page, may: { kinds, units }, results, begin, narrowed }: LinesProps) {
  const printing = usePrinting()
  const may = ({ kind, unit, withdrawn }: ResultShown) =>
    !withdrawn && kinds.some((one) => one.kind === kind) && units.some((one) => one.unit === unit)
  const none = Object.values(narrowed).some(Boolean) ? '没有符合条件的结果' : `${page.year}年还没有登记外部结果`
  return (
    <WithSummary title={`${page.year}年外部结果`} narrowed={narrowed}>
      <Table
        className="stacks"
        rowKey="n"
        size="small"
        dataSource={[...results]}
        pagination={results.length > 50 && !printing ? { pageSize: 50 } : false}
        locale={{ emptyText: <Empty description={none} /> }}
        columns={[
          { title: '号', dataIndex: 'n', width: 60 },
          { title: '单位', dataIndex: 'name', width: 180, sorter: byName },
          { title: '种类', width: 140, render: (_, { kind }) => RESULT_KINDS[kind] },
          { title: '结果', render: (_, result) => <OneResult result={result} /> },
          ...(results.some(may)
            ? [
                {
                  ...{ title: '办理', width: 150, className: 'not-printed' },
                  render: (_: unknown, result: ResultShown) => may(result) && <Doing result={result} begin={begin} />,
                },
              ]
            : []),
        ]}
      />
    </WithSummary>
  )
}

function Doing({ result: { n, name, kind }, begin }: { result: ResultShown; begin: (open: Open) => void }) {
  const button = (does: Changing, label: string) => (
    <Button
      size="small"
      id={buttonOf({ does, n })}
      aria-label={`${label}：第${n}号${name}的${RESULT_KINDS[kind]}`}
      onClick={() => begin({ does, n })}
    >
      {label}
    </Button>
  )
  return (
    <Flex gap={8} wrap>
      {button('correct', '更正')}
      {button('withdraw', '撤销')}
    </Flex>
  )
}
