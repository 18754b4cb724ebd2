import { Card, Empty, Table, Tag } from 'antd'
import { Link } from 'wouter'
import { NOTICE_STATES } from '../notice/notice-states.ts'
import { Due } from '../worklist/due.tsx'
import type { Board } from './board-next.ts'

/** What the row knows; whether a published one is over, the clock. */
const STATES: Readonly<Record<Board['notices'][number]['state'], string>> = {
  prepared: '待签发',
  returned: '已退回',
  published: '公示中',
  closed: '已结束',
}

/** The notices of a batch, published or on their way. */
export const BoardNotices = ({ board }: { board: Board }) => (
  <Card size="small" title="公示">
    <Table
      className="stacks"
      rowKey="n"
      size="small"
      dataSource={board.notices}
      pagination={false}
      locale={{ emptyText: <Empty description="还没有公示" /> }}
      columns={[
        { title: '期次', render: (_, { n }) => `第${n}期`, width: 80 },
        {
          title: '标题',
          render: (_, { n, title }) => <Link href={`/console/batches/${board.batch}/notices/${n}`}>{title}</Link>,
        },
        { title: '单位', render: (_, { units }) => `${units}个`, width: 80 },
        {
          title: '期满',
          render: (_, { due, state }) =>
            state === 'published' && !board.cancelled ? <Due due={due} now={board.now} /> : due.said,
          width: 260,
        },
        {
          title: '异议',
          render: (_, { objections, openObjections = 0 }) =>
            objections === undefined ? (
              '—'
            ) : openObjections > 0 ? (
              <Tag color="warning">{`${objections}件，未办结${openObjections}件`}</Tag>
            ) : (
              `${objections}件`
            ),
          width: 160,
        },
        {
          title: '状态',
          width: 90,
          render: (_, { state, due }) =>
            board.cancelled && state !== 'closed' ? (
              <Tag>已终止</Tag>
            ) : (
              <Tag color={state === 'closed' ? 'default' : 'processing'}>
                {state === 'published' && board.now >= due.lateFrom ? NOTICE_STATES.over : STATES[state]}
              </Tag>
            ),
        },
      ]}
    />
  </Card>
)
