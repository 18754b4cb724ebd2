/** Every unit of a batch: its case, or that it has not begun; several are accepted or reminded at once. */
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Empty, Flex, Input, Table, Tag, Typography } from 'antd'
import { Suspense, useState } from 'react'
import { Link } from 'wouter'
import { intakeEndpoints } from '#contracts/intake.ts'
import type { WorkItem } from '#contracts/views.ts'
import { byName, inNameOrder, isFound } from '#typed/names.ts'
import { ofFirstStep, saidAccepting, waitsBeside } from '../judgement/queue/many-groups.ts'
import { usePrinting } from '../print/use-printing.ts'
import { useApi } from '../session/api.ts'
import { partOfPage } from '../session/parts.ts'
import { WithSummary } from '../summary/with-summary.tsx'
import { Due } from '../worklist/due.tsx'
import type { Board } from './board-next.ts'
import { lastOf, lastSaid } from './last-reminder.ts'
import { SelectAll } from './select-all.tsx'

const AcceptSeveral = partOfPage(() => import('../judgement/queue/accept-several.tsx'))
const RemindUnits = partOfPage(() => import('./remind-units.tsx'))

const PAGE = 100
/** Of a unit that has not begun and whose day is over: as its own page has it. */
const MISSED = '未在期限内开始'
type Line = Omit<Board['cases'][number], 'listed' | 'late'> & {
  /** Of a unit that has not begun: whether whoever looks may give it a later day. */
  readonly extend?: boolean
}
/** A form or a report that it may be reminded of. */
const owesSomething = ({ owes, reports }: Line): boolean => owes || reports.length > 0

/** Units in scope that have not begun stand after the cases; each in the order of their names. */
const linesOf = ({ batch, cases, notBegun, due }: Board): readonly Line[] => [
  ...inNameOrder(cases),
  ...inNameOrder(notBegun).map(({ unit, name, due: own, late, extend, reminded }) => ({
    ...{ unit, name, step: '', stepTitle: late ? MISSED : '未开始', ended: false, due: own ?? due, owes: !late },
    ...{ entered: false, reports: [], findings: { open: 0, late: 0 } },
    path: `/console/cases/${batch}/${unit}`,
    ...{ extend, reminded },
  })),
]

type Props = {
  board: Board
  step: string | undefined
  choose: (step?: string) => void
  /** What waits for whoever looks to be judged. */
  judging: readonly WorkItem[]
}

export function BoardCases({ board, step, choose, judging }: Props) {
  const api = useApi()
  const printing = usePrinting()
  const { batch, now, may } = board
  const mayRemind = may.includes('remind-units')
  const mayEnter = may.includes('save-form')
  const [name, setName] = useState('')
  const [onlyOwing, setOnlyOwing] = useState(false)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [wholePage, setWholePage] = useState(false)
  const [doing, setDoing] = useState<
    | { what: 'accept'; items: readonly WorkItem[]; leftOut: readonly WorkItem[] }
    | { what: 'remind'; lines: readonly Line[] }
  >()
  const { data: reminders } = useQuery({
    queryKey: ['reminders', batch],
    queryFn: () => api(intakeEndpoints.readReminders, { params: { batch } }),
    enabled: mayRemind,
  })
  const title = board.steps.find((one) => one.step === step)?.title
  const rows = linesOf(board).filter(
    (one) => (!step || one.step === step) && (!onlyOwing || owesSomething(one)) && isFound(one.name, name),
  )
  const [all, shown] = [board.cases.length, rows.filter((one) => one.step !== '').length]
  const missed = rows.filter((one) => one.step === '' && !one.owes).length
  const waiting = rows.length - shown - missed
  const extending = rows.some(({ extend }) => extend)
  const judgingOf = (one: Line) => judging.find((item) => item.unit?.id === one.unit && item.step === one.step)
  const besideOf = (one: Line) => judgingOf(one)?.pending
  const mayChoose = (one: Line) => (judgingOf(one) && besideOf(one) === undefined) || (mayRemind && owesSomething(one))
  const selected = rows.filter((one) => chosen.includes(one.unit) && mayChoose(one))
  const owing = selected.filter(owesSomething)
  const judged = selected.flatMap((one) => judgingOf(one) ?? [])
  const toAccept = ofFirstStep(judged.filter((item) => !waitsBeside(item)))
  const beside = rows
    .flatMap((one) => judgingOf(one) ?? [])
    .filter((item) => waitsBeside(item) && item.step === toAccept[0]?.step)
  const eligible = rows.filter(mayChoose)
  /** What was chosen stays chosen for whoever has done nothing with it. */
  const end = (isDone: boolean) => {
    setDoing(undefined)
    if (!isDone) return
    setChosen([])
    setWholePage(false)
  }
  return (
    <Card
      size="small"
      title={`申报件（${shown === all ? shown : `${shown}/${all}`}）${waiting > 0 ? `，未开始${waiting}个单位` : ''}${missed > 0 ? `，${MISSED}${missed}个单位` : ''}`}
      extra={
        <Flex gap={8} align="center">
          {title && (
            <Tag closable onClose={() => choose(undefined)}>
              {title}
            </Tag>
          )}
          <Button
            size="small"
            aria-pressed={onlyOwing}
            type={onlyOwing ? 'primary' : 'default'}
            onClick={() => setOnlyOwing(!onlyOwing)}
          >
            只看未提交
          </Button>
          <Input.Search
            aria-label="按单位查找"
            placeholder="单位名称"
            allowClear
            style={{ width: 180 }}
            onChange={({ target }) => setName(target.value)}
          />
        </Flex>
      }
    >
      {selected.length > 0 && (
        <Flex gap={8} align="center" style={{ marginBottom: 8 }}>
          <Typography.Text>已选{selected.length}个单位</Typography.Text>
          {judging.length > 0 && (
            <Button
              disabled={toAccept.length === 0}
              onClick={() => setDoing({ what: 'accept', items: toAccept, leftOut: beside })}
            >
              {saidAccepting(toAccept)}
            </Button>
          )}
          {mayRemind && (
            <Button disabled={owing.length === 0} onClick={() => setDoing({ what: 'remind', lines: owing })}>
              提醒选中的{owing.length}个单位
            </Button>
          )}
        </Flex>
      )}
      {wholePage && eligible.length > PAGE && (
        <SelectAll
          selected={selected.length}
          all={eligible.length}
          unit="个单位"
          choose={(everything) => {
            setChosen(everything ? eligible.map(({ unit }) => unit) : [])
            setWholePage(everything)
          }}
        />
      )}
      <WithSummary
        title={`批次${batch}的申报件`}
        narrowed={{ 单位: name, 环节: title, 范围: onlyOwing ? '未提交' : '' }}
      >
        <Table<Line>
          className="stacks"
          rowKey="unit"
          size="small"
          dataSource={rows}
          pagination={rows.length > PAGE && !printing ? { pageSize: PAGE, showSizeChanger: false } : false}
          {...((mayRemind || judging.length > 0) && {
            rowSelection: {
              selectedRowKeys: [...chosen],
              preserveSelectedRowKeys: true,
              onChange: (keys: readonly unknown[], _rows: Line[], { type }: { type: string }) => {
                setChosen(keys.map(String))
                setWholePage(type === 'all' && keys.length > 0)
              },
              getCheckboxProps: (one: Line) => ({
                disabled: !mayChoose(one),
                'aria-label': `选择${one.name}`,
                title: mayChoose(one) ? '' : (besideOf(one) ?? '现在没有等您办理的，也没有欠交的表格和报告'),
              }),
            },
          })}
          locale={{
            emptyText: <Empty description={all === 0 ? '还没有单位开始申请' : '没有符合条件的申报件'} />,
          }}
          columns={[
            {
              title: '单位',
              render: (_, one) => <Link href={judgingOf(one)?.path ?? one.path}>{one.name}</Link>,
              sorter: byName,
            },
            {
              title: '环节',
              render: (_, { step, stepTitle, ended, reports, findings }) => (
                <Flex gap={4} wrap>
                  <Tag color={ended || !step ? 'default' : 'processing'}>{stepTitle}</Tag>
                  {reports.map(({ title, late, due }) => (
                    <Tag key={title} color={late ? 'error' : 'warning'} title={`${due.said}截止`}>
                      {title}
                      {late ? '逾期未报' : '应报'}
                    </Tag>
                  ))}
                  {findings.open > 0 && (
                    <Tag color={findings.late > 0 ? 'error' : 'warning'}>
                      监督检查{findings.open}个问题未整改
                      {findings.late > 0 && `，逾期${findings.late}个`}
                    </Tag>
                  )}
                </Flex>
              ),
            },
            {
              title: '截止',
              render: (_, { due, ended }) => (ended ? '—' : <Due due={due} now={now} />),
              sorter: (a, b) => (a.due?.lateFrom ?? '9').localeCompare(b.due?.lateFrom ?? '9'),
            },
            ...(mayRemind
              ? [
                  {
                    title: '上次提醒',
                    render: (_: unknown, line: Line) => {
                      if (!owesSomething(line) && line.findings.open === 0) return '—'
                      const last = lastSaid(reminders && lastOf(reminders, line.unit), line.reminded)
                      return last ? <span title={last.text}>{last.said}</span> : '—'
                    },
                  },
                ]
              : []),
            ...(extending
              ? [
                  {
                    title: '延长期限',
                    className: 'not-printed',
                    render: (_: unknown, { path, name, extend }: Line) =>
                      extend ? (
                        <Link href={path} aria-label={`延长期限：${name}`}>
                          延长期限
                        </Link>
                      ) : (
                        '—'
                      ),
                  },
                ]
              : []),
            ...(mayEnter
              ? [
                  {
                    title: '代录',
                    className: 'not-printed',
                    render: (_: unknown, { path, name, owes, entered }: Line) =>
                      owes ? (
                        <Link href={`${path}/paper`} aria-label={`${entered ? '继续代录' : '代录纸质表格'}：${name}`}>
                          {entered ? '继续代录' : '代录纸质表格'}
                        </Link>
                      ) : (
                        '—'
                      ),
                  },
                ]
              : []),
          ]}
        />
      </WithSummary>
      <Suspense>
        {doing?.what === 'accept' && <AcceptSeveral items={doing.items} leftOut={doing.leftOut} close={end} />}
        {doing?.what === 'remind' && reminders && (
          <RemindUnits batch={batch} units={doing.lines} reminders={reminders} now={now} close={end} />
        )}
      </Suspense>
    </Card>
  )
}
