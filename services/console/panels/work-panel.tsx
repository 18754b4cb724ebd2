/** Work to a date: the reports that the unit owes and has sent, and the office's guidance. */

import { useQuery } from '@tanstack/react-query'
import { Card, Empty, Flex, Radio, Table, Tag, Typography } from 'antd'
import { Suspense, useState } from 'react'
import { useSearch } from 'wouter'
import { msOf } from '#calendar/instant.ts'
import { shownMinute } from '#calendar/said.ts'
import type { CasePage, OfferedCommand } from '#contracts/case-page.ts'
import { readMe } from '#contracts/read-me.ts'
import { useEarlier } from '../case/use-earlier.ts'
import { useApi } from '../session/api.ts'
import { mayAsk } from '../session/may-ask.ts'
import { partOfPage } from '../session/parts.ts'
import { Refusal } from '../shell/states.tsx'
import { changedParts } from './changed-parts.ts'
import { FileButtons } from './file-buttons.tsx'
import { WORK_COMMANDS } from './panel-commands.ts'
import { PanelForm, type PanelProps } from './panel-form.tsx'

const InspectionPanel = partOfPage(() => import('../inspection/inspection-panel.tsx'))

type Work = NonNullable<CasePage['work']>
type Report = Work['reports'][number]

export default function WorkPanel(props: PanelProps) {
  const { page, now, open } = props
  const { data, error, refetch } = useEarlier(page)
  const api = useApi()
  const me = useQuery({ queryKey: ['me'], queryFn: () => api(readMe) })
  // Bodies that decide on a case read of it what was laid before them.
  const mayLook = mayAsk('read-inspection', me.data?.appointments ?? [])
  const title = page.work ? page.stepTitle : '进展报告'
  const work = page.work ?? data?.work
  if (!work && error) return <Refusal error={error} again={refetch} />
  if (!work) return !data && <Card title={title} size="small" loading />
  const { reports, guidance } = work
  const offered = page.commands.filter(({ name }) => WORK_COMMANDS.has(name))
  return (
    <Card title={title} size="small">
      <Flex vertical gap={16}>
        <Table<Report>
          className="stacks"
          rowKey="period"
          size="small"
          pagination={false}
          dataSource={reports}
          locale={{ emptyText: <Empty description="本环节不要求报送进展" /> }}
          expandable={{
            columnTitle: <span className="sr-only">展开</span>,
            rowExpandable: ({ sent }) => sent !== undefined,
            expandedRowRender: (report) =>
              report.sent && (
                <>
                  <ReportText report={report} all={reports} />
                  <FileButtons files={report.sent.files} open={open} />
                </>
              ),
          }}
          columns={[
            { title: '报送内容', dataIndex: 'title' },
            { title: '截止', render: (_, { due }) => due?.said ?? '—' },
            { title: '状态', width: 140, render: (_, report) => <Standing report={report} now={now} /> },
            {
              title: '报送',
              render: (_, { sent }) => (sent ? `${shownMinute(sent.at)} ${sent.by}` : '—'),
            },
          ]}
        />
        <Guidance guidance={guidance} />
        {mayLook && (
          <Suspense>
            <InspectionPanel batch={page.batch.id} unit={page.unit.id} open={open} />
          </Suspense>
        )}
        <Reporting {...props} offered={offered.filter(({ period }) => period !== undefined)} />
        {offered
          .filter(({ period }) => period === undefined)
          .map((command) => (
            <Card key={command.name} size="small" type="inner" title={command.title}>
              <PanelForm {...props} command={command} of="" />
            </Card>
          ))}
      </Flex>
    </Card>
  )
}

const STATES = {
  notYet: { color: 'default', said: '未到期' },
  due: { color: 'warning', said: '应报' },
  sent: { color: 'success', said: '已报' },
  sentLate: { color: 'warning', said: '逾期报送' },
  late: { color: 'error', said: '逾期未报' },
  skipped: { color: 'error', said: '漏报' },
} as const
const DAY_MS = 86_400_000

function Standing({ report: { state, due }, now }: { report: Report; now: number | undefined }) {
  const { color, said } = STATES[state]
  const left = state === 'due' && due && now !== undefined ? (msOf(due.lateFrom) - now) / DAY_MS : undefined
  const days = left === undefined ? '' : left < 1 ? '（余不到1天）' : `（余${Math.floor(left)}天）`
  return (
    <Tag color={color}>
      {said}
      {days}
    </Tag>
  )
}

/** What a report says; where another was sent before it, what is new and what is gone. */
function ReportText({ report, all }: { report: Report; all: readonly Report[] }) {
  const text = report.sent?.text ?? ''
  const before = all.filter(({ period, sent }) => sent && period < report.period).at(-1)
  if (!before?.sent) return <div style={{ whiteSpace: 'pre-wrap' }}>{text}</div>
  return (
    <>
      <Typography.Text type="secondary">与{before.title}相比：加底色的为新增，加删除线的为不再写入。</Typography.Text>
      <div style={{ whiteSpace: 'pre-wrap' }}>
        {changedParts(before.sent.text, text).map(({ is, text: part }, i) => {
          const key = `${i} ${part}`
          if (is === 'new') return <mark key={key}>{part}</mark>
          if (is === 'gone') return <del key={key}>{part}</del>
          return <span key={key}>{part}</span>
        })}
      </div>
    </>
  )
}

/**
 * The report that is due; where several are owed, the one that the worklist has led to, and else none before somebody has
 * said which of them they send.
 */
function Reporting({ offered, ...props }: PanelProps & { offered: readonly OfferedCommand[] }) {
  const [chosen, choose] = useState(new URLSearchParams(useSearch()).get('period'))
  const [only] = offered
  const command = offered.length > 1 ? offered.find(({ period }) => period === chosen) : only
  if (!only) return null
  return (
    <Card size="small" type="inner" title={command?.title ?? '报送进展报告：请选择报送哪一期'}>
      <Flex vertical gap={8}>
        {offered.length > 1 && (
          <Radio.Group
            aria-label="报送哪一期"
            value={command?.period}
            onChange={({ target }) => choose(String(target.value))}
            options={offered.map(({ title, period = '' }) => ({ value: period, label: title }))}
          />
        )}
        {command && 'text' in command.values && (
          <Typography.Text type="secondary">
            已填入上一期的内容，请改为本期的进展；改动会标出给审阅人看。
          </Typography.Text>
        )}
        {command && <PanelForm {...props} command={command} of={command.period ?? ''} />}
      </Flex>
    </Card>
  )
}

const Guidance = ({ guidance }: Pick<Work, 'guidance'>) =>
  guidance.length > 0 && (
    <div>
      <Typography.Text strong>法制办指导（{guidance.length}次）</Typography.Text>
      <ul style={{ margin: '4px 0 0', padding: 0, listStyle: 'none' }}>
        {guidance.map(({ at, by, text }) => (
          <li key={at} style={{ marginBottom: 8 }}>
            <Typography.Text type="secondary">
              {shownMinute(at)} {by}
            </Typography.Text>
            <div style={{ whiteSpace: 'pre-wrap' }}>{text}</div>
          </li>
        ))}
      </ul>
    </div>
  )
