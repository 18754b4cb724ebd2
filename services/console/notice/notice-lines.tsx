import { Alert, Card, Table } from 'antd'
import { Link } from 'wouter'
import type { NoticePage } from '#contracts/notice.ts'
import { usePrinting } from '../print/use-printing.ts'
import { WithSummary } from '../summary/with-summary.tsx'
import { saidLine, waitingOf } from './waiting-lines.ts'

/** The list as it was published, with what became of each unit, and who still waits and why. */
export function NoticeLines({ page }: { page: NoticePage }) {
  const waiting = waitingOf(page)
  const printing = usePrinting()
  return (
    <Card size="small" title={`公示名单（${page.lines.length}个单位）`}>
      {waiting.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={`还在等待的单位（${waiting.length}个）`}
          description={waiting.map(({ unit, name, why }) => (
            <div key={unit}>
              {name}：{why}
            </div>
          ))}
        />
      )}
      <WithSummary title={`${page.title}名单`}>
        <Table
          className="stacks"
          rowKey="unit"
          size="small"
          dataSource={page.lines}
          pagination={page.lines.length > 50 && !printing ? { pageSize: 50 } : false}
          columns={[
            {
              title: '单位',
              render: (_, { unit, name }) => <Link href={`/console/cases/${page.batch}/${unit}`}>{name}</Link>,
            },
            {
              title: '公示结果',
              render: (_, line) => saidLine(line),
            },
          ]}
        />
      </WithSummary>
    </Card>
  )
}
