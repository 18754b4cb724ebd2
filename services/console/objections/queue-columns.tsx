import { Button, type TableProps, Tag } from 'antd'
import { Link } from 'wouter'
import { firstLateInstant } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import { CHANNELS } from '../notice/objection-fields.ts'
import { Due } from '../worklist/due.tsx'
import { alikeTo, type Line, WAITS } from './queue-lines.ts'

type Shown = {
  readonly lines: readonly Line[]
  readonly now: string
  /** Picks these and no others. */
  readonly pick: (objections: string[]) => void
}

export const columnsOf = ({ lines, now, pick }: Shown): NonNullable<TableProps<Line>['columns']> => [
  { title: '编号', dataIndex: 'objection' },
  {
    title: '公示',
    render: (_, { batch, n }) => <Link href={`/console/batches/${batch}/notices/${n}`}>{`${batch} 第${n}期`}</Link>,
  },
  { title: '涉及单位', dataIndex: 'aboutName' },
  {
    title: '收到',
    render: (_, { on, channel, anonymous }) =>
      `${saidDay(on)} ${CHANNELS[channel] ?? channel}，${anonymous ? '匿名' : '实名'}`,
  },
  {
    title: '办理情况',
    render: (_, { waits }) => <Tag color={waits === 'entering' ? 'default' : 'warning'}>{WAITS[waits]}</Tag>,
  },
  {
    title: '内容相同',
    render: (_, line) => {
      const same = lines.filter((one) => one.same === line.same)
      if (same.length < 2) return '—'
      const able = alikeTo(line, lines)
      if (able[0]?.objection === line.objection)
        return (
          <Button size="small" onClick={() => pick(able.map(({ objection }) => objection))}>
            选中相同的{able.length}件
          </Button>
        )
      return same[0]?.objection === line.objection ? `共${same.length}件` : '同上'
    },
  },
  {
    title: '答复期限',
    render: (_, { answerBy }) =>
      answerBy ? <Due due={{ lateFrom: firstLateInstant(answerBy), said: saidDay(answerBy) }} now={now} /> : '—',
  },
]
