/** Work to a date: the reports that the unit owes and has sent, and the office's guidance. */

import { Card, Empty, Flex, Table, Tag, Typography } from 'antd'
import { msOf } from '#calendar/instant.ts'
import { shownMinute } from '#calendar/said.ts'
import type { CasePage } from '#contracts/case-page.ts'
import { useEarlier } from '../case/use-earlier.ts'
import { Refusal } from '../shell/states.tsx'
import { Due } from '../worklist/due.tsx'
import { FileButtons } from './file-buttons.tsx'
import { WORK_COMMANDS } from './panel-commands.ts'
import { PanelForm, type PanelProps } from './panel-form.tsx'

type Work = NonNullable<CasePage['work']>
type Report = Work['reports'][number]

export default function WorkPanel(props: PanelProps) {
  const { page, now, open } = props
  const { data, error, refetch } = useEarlier(page)
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
          rowKey="n"
          size="small"
          pagination={false}
          dataSource={reports}
          locale={{ emptyText: <Empty description="本环节不要求报送进展" /> }}
          expandable={{
            columnTitle: <span className="sr-only">展开</span>,
            rowExpandable: ({ sent }) => sent !== undefined,
            expandedRowRender: ({ sent }) =>
              sent && (
                <>
                  <div style={{ whiteSpace: 'pre-wrap' }}>{sent.text}</div>
                  <FileButtons files={sent.files} open={open} />
                </>
              ),
          }}
          columns={[
            { title: '报送内容', dataIndex: 'title' },
            {
              title: '截止',
              render: (_, { due, sent }) => (sent ? due.said : <Due due={due} now={now} />),
            },
            { title: '状态', width: 110, render: (_, report) => <ReportState report={report} now={now} /> },
            {
              title: '报送',
              render: (_, { sent }) => (sent ? `${shownMinute(sent.at)} ${sent.by}` : '—'),
            },
          ]}
        />
        <Guidance guidance={guidance} />
        {offered.map((command) => (
          <Card key={command.name} size="small" type="inner" title={command.title}>
            <PanelForm {...props} command={command} of="" />
          </Card>
        ))}
      </Flex>
    </Card>
  )
}

function ReportState({ report: { due, sent }, now }: { report: Report; now: number | undefined }) {
  if (sent) return <Tag color={sent.late ? 'warning' : 'success'}>{sent.late ? '逾期报送' : '已报送'}</Tag>
  const late = now !== undefined && now >= msOf(due.lateFrom)
  return <Tag color={late ? 'error' : 'default'}>{late ? '逾期未报送' : '待报送'}</Tag>
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
