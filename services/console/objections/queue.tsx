/** All open objections of the county, the oldest first; those that say the same are picked and answered together. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Empty, Flex, Input, Select, Table, Typography } from 'antd'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { objectionEndpoints } from '#contracts/objections.ts'
import { useShortcuts } from '../judgement/use-shortcuts.ts'
import { usePrinting } from '../print/use-printing.ts'
import { useApi } from '../session/api.ts'
import { partOfPage } from '../session/parts.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { WithSummary } from '../summary/with-summary.tsx'
import type { Acted } from './act-on-several.tsx'
import { LineText } from './line-text.tsx'
import { columnsOf } from './queue-columns.tsx'
import {
  ACTS,
  type Act,
  actsOf,
  type Line,
  mayPick,
  nextAfter,
  noticeOf,
  shownLines,
  standingOf,
  takenBy,
  together,
  WAITS,
} from './queue-lines.ts'

const ActOnSeveral = partOfPage(() => import('./act-on-several.tsx'))

/** What was decided here stands in the lists a moment later. */
const ASKED_AGAIN_MS = 2000
const PAGE = 50

export default function ObjectionQueue() {
  const api = useApi()
  const queries = useQueryClient()
  const printing = usePrinting()
  const [, goTo] = useLocation()
  const query = new URLSearchParams(useSearch())
  const [decided, setDecided] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [opened, setOpened] = useState<readonly string[]>([])
  const [doing, setDoing] = useState<Act>()
  const [result, setResult] = useState<Acted>()
  const table = useRef<HTMLDivElement>(null)
  const focused = useRef<string>(undefined)
  const { data, error, refetch } = useQuery({
    queryKey: ['objections'],
    queryFn: () => api(objectionEndpoints.readObjectionQueue),
    refetchInterval: ({ state }) =>
      state.data?.objections.some((line) => line.waits === 'entering' || decided.includes(standingOf(line)))
        ? ASKED_AGAIN_MS
        : false,
  })
  const all = (data?.objections ?? []).filter((line) => !decided.includes(standingOf(line)))
  const narrowed = {
    words: query.get('words') ?? '',
    waits: query.get('waits') ?? '',
    notice: query.get('notice') ?? '',
  }
  const lines = together(shownLines(all, narrowed))
  const focus = (line: Line | undefined) => {
    if (!line) return
    focused.current = line.objection
    setOpened((now) => (now.includes(line.objection) ? now : [...now, line.objection]))
  }
  // Once the row stands there: its checkbox, or its number where it may not be picked.
  useEffect(() => {
    if (!focused.current || doing) return
    const row = table.current?.querySelector(`[data-row-key="${focused.current}"]`)
    const at =
      row?.querySelector<HTMLElement>('input:not(:disabled)') ??
      row?.querySelector<HTMLElement>('.ant-table-row-expand-icon')
    if (!at) return
    focused.current = undefined
    at.focus()
    row?.scrollIntoView({ block: 'nearest' })
  })
  const step = (by: 1 | -1) => () => {
    const key = document.activeElement?.closest('[data-row-key]')?.getAttribute('data-row-key')
    const at = lines.findIndex(({ objection }) => objection === key)
    focus(at < 0 ? lines[0] : lines[Math.min(lines.length - 1, Math.max(0, at + by))])
  }
  useShortcuts(doing ? {} : { 'Alt+ArrowDown': step(1), 'Alt+ArrowUp': step(-1) })
  // A look that fails later must not take away what is on screen.
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  // In the address, so that the back button returns to the list as it was.
  const narrow = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(query)
    if (value) next.set(name, value)
    else next.delete(name)
    goTo(`/console/objections?${next}`, { replace: true })
  }
  const picked = lines.filter((line) => chosen.includes(line.objection) && mayPick(line))
  const [first] = picked
  const ofOne = picked.every((line) => first && noticeOf(line) === noticeOf(first))
  const notice = data.notices.find((one) => first && noticeOf(one) === noticeOf(first))
  const acted = (done: Acted) => {
    setDoing(undefined)
    setResult(done)
    const left = done.left.map(({ objection }) => objection)
    const settled = [...done.done, ...left]
    setDecided((now) => [...now, ...lines.filter(({ objection }) => done.done.includes(objection)).map(standingOf)])
    setChosen((now) => now.filter((objection) => !settled.includes(objection)))
    setOpened((now) => now.filter((objection) => !settled.includes(objection)))
    focus(nextAfter(settled, lines))
    void queries.invalidateQueries()
  }
  return (
    <Card styles={{ body: { paddingTop: 12 } }}>
      {error && <Refusal error={error} again={refetch} />}
      <Flex gap={8} align="center" wrap style={{ marginBottom: 12 }}>
        <Typography.Title level={2} style={{ margin: 0, marginInlineEnd: 8, fontSize: 19 }}>
          待办异议（{lines.length === all.length ? all.length : `${lines.length}/${all.length}`}）
        </Typography.Title>
        <Input.Search
          aria-label="按单位或编号查找"
          placeholder="单位或编号"
          allowClear
          style={{ width: 190 }}
          defaultValue={narrowed.words}
          onChange={({ target }) => narrow('words', target.value)}
        />
        <Select
          aria-label="按办理情况筛选"
          placeholder="全部办理情况"
          allowClear
          style={{ minWidth: 150 }}
          value={narrowed.waits || null}
          options={Object.entries(WAITS).map(([value, label]) => ({ value, label }))}
          onChange={(value: string | null) => narrow('waits', value ?? undefined)}
        />
        <Select
          aria-label="按公示筛选"
          placeholder="全部公示"
          allowClear
          style={{ minWidth: 180 }}
          value={narrowed.notice || null}
          options={data.notices.map((one) => ({ value: noticeOf(one), label: `${one.batch} 第${one.n}期公示` }))}
          onChange={(value: string | null) => narrow('notice', value ?? undefined)}
        />
        <span style={{ flex: 1 }} />
        {picked.length > 0 && !ofOne && (
          <Typography.Text type="warning" role="status">
            所选的不是同一期公示的异议，请分别办理。
          </Typography.Text>
        )}
        {picked.length > 0 && (
          <Button type="text" onClick={() => setChosen([])}>
            取消选择
          </Button>
        )}
        {ofOne &&
          actsOf(picked).map((act) => (
            <Button key={act} type={act === 'decline-objection' ? 'default' : 'primary'} onClick={() => setDoing(act)}>
              {ACTS[act]}选中的{takenBy(act, picked).taken.length}件
            </Button>
          ))}
      </Flex>
      {result && <Told result={result} close={() => setResult(undefined)} />}
      {data.apart && (
        <Typography.Paragraph type="secondary">涉及您任职单位的异议不在此列，由其他人员办理。</Typography.Paragraph>
      )}
      {data.more !== undefined && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 12 }}
          title={`另有${data.more}件较晚收到的没有列出，办理前面的以后列出。`}
        />
      )}
      <div ref={table}>
        <WithSummary
          title="待办异议"
          narrowed={{
            单位或编号: narrowed.words,
            办理情况: Object.entries(WAITS).find(([value]) => value === narrowed.waits)?.[1],
            公示: narrowed.notice,
          }}
        >
          <Table<Line>
            className="stacks"
            rowKey="objection"
            size="middle"
            dataSource={lines}
            pagination={lines.length > PAGE && !printing ? { pageSize: PAGE, showSizeChanger: false } : false}
            rowSelection={{
              selectedRowKeys: [...chosen],
              preserveSelectedRowKeys: true,
              onChange: (keys) => setChosen(keys.map(String)),
              getCheckboxProps: (line) => ({
                disabled: !mayPick(line),
                'aria-label': `选择${line.objection}`,
                title: mayPick(line) ? '' : line.others.join(''),
              }),
            }}
            expandable={{
              columnTitle: <span className="sr-only">展开</span>,
              expandedRowKeys: opened,
              onExpand: (isOpen, { objection }) =>
                setOpened((now) => (isOpen ? [...now, objection] : now.filter((one) => one !== objection))),
              expandedRowRender: (line) => <LineText line={line} />,
            }}
            locale={{
              emptyText: (
                <Empty description={all.length === 0 ? '没有等待办理的异议' : '没有符合条件的异议，请放宽查找条件'} />
              ),
            }}
            columns={columnsOf({ lines, now: data.now, pick: (same) => setChosen(same) })}
          />
        </WithSummary>
      </div>
      <Typography.Paragraph type="secondary" className="not-printed" style={{ margin: '12px 0 0' }}>
        Alt+↓下一件，Alt+↑上一件，空格选中；内容相同是指同一期公示中对同一单位所写的文字相同（标点、空格不计）。
      </Typography.Paragraph>
      <Suspense>
        {doing && notice && (
          <ActOnSeveral act={doing} picked={picked} notice={notice} close={() => setDoing(undefined)} acted={acted} />
        )}
      </Suspense>
    </Card>
  )
}

/** What was done, and what was not, each with why. */
function Told({ result: { act, done, left }, close }: { result: Acted; close: () => void }) {
  return (
    <Alert
      type={left.length > 0 ? 'warning' : 'success'}
      showIcon
      closable={{ onClose: close, 'aria-label': '关闭' }}
      style={{ marginBottom: 12 }}
      role="status"
      title={`${ACTS[act]}：${done.length}件已办理${left.length > 0 ? `，${left.length}件没有办理` : ''}。`}
      description={
        left.length > 0 && (
          <ul style={{ margin: 0 }}>
            {left.map(({ objection, why }) => (
              <li key={objection}>
                {objection}：{why}
              </li>
            ))}
          </ul>
        )
      }
    />
  )
}
