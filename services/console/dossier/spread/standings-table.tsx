/** How far each person is with theirs, what they have not written, and how far each part is. */
import { Button, Flex, Table, Tag, Typography } from 'antd'
import type { DossierPart } from '#contracts/dossier/dossier.ts'
import type { SpreadPage } from '#contracts/dossier/spread.ts'
import { type SpreadProgress, spreadProgress } from '#dossier/spread/spread-progress.ts'
import { Due } from '../../worklist/due.tsx'
import { type Standing, saidHolder, shareOf } from './spread-of.ts'

const COUNTS: readonly { readonly title: string; readonly of: keyof SpreadProgress }[] = [
  { title: '共', of: 'items' },
  { title: '已写完', of: 'done' },
  { title: '写了一部分', of: 'begun' },
  { title: '没有写', of: 'empty' },
  { title: '不适用', of: 'notApplicable' },
  { title: '退回待改', of: 'toMend' },
]
/** That something came back is told where it did. */
const counts = <Line extends { readonly progress: SpreadProgress }>(lines: readonly Line[]) =>
  COUNTS.filter(({ of }) => of !== 'toMend' || lines.some(({ progress }) => progress.toMend > 0)).map(
    ({ title, of }) => ({ title, width: 74, render: (_: unknown, { progress }: Line) => progress[of] }),
  )

type Props = {
  standings: readonly Standing[]
  now: number | undefined
  go: (item: string) => void
  /** What may be given now. */
  isOpen: (item: string) => boolean
  /** Chooses all of it that stands in a line; undefined for whoever only reads. */
  choose: ((items: readonly string[]) => void) | undefined
}

export const StandingsTable = ({ standings, now, go, isOpen, choose }: Props) => (
  <Table
    size="small"
    rowKey="key"
    title={() => <strong>各人进度</strong>}
    dataSource={[...standings]}
    pagination={false}
    expandable={{
      columnTitle: <span className="dossier-says">没有写完的</span>,
      rowExpandable: ({ left }) => left.length > 0,
      expandedRowRender: ({ left }) => (
        <ul className="dossier-parts" aria-label="没有写完的指标">
          {left.map(({ id, place, title, missing, toMend }) => (
            <li key={id}>
              <Button type="link" size="small" onClick={() => go(id)} className="dossier-left">
                {place} {title}
              </Button>
              <Typography.Text type="secondary">{toMend ? '退回待改' : missing}</Typography.Text>
            </li>
          ))}
        </ul>
      ),
    }}
    columns={[
      {
        title: '填写人员',
        render: (_, { share, behind, left }: Standing) => (
          <Flex gap={4} wrap align="center" data-holder={share?.name ?? ''}>
            <span>{share ? saidHolder(share) : '没有分出去的'}</span>
            {behind && <Tag color="error">逾期没有写完</Tag>}
            {share?.writes === false && left.length > 0 && <Tag color="warning">现在不能填写，请改派</Tag>}
          </Flex>
        ),
      },
      ...counts(standings),
      {
        title: '要求完成',
        width: 150,
        render: (_, { share, left }: Standing) =>
          share?.due && (left.length > 0 ? <Due due={share.due} now={now} /> : share.due.said),
      },
      ...(choose
        ? [
            {
              title: '操作',
              width: 90,
              render: (_: unknown, { items, share }: Standing) => (
                <Button
                  size="small"
                  aria-label={`选中${share ? saidHolder(share) : '没有分出去'}的指标`}
                  disabled={!items.some(isOpen)}
                  onClick={() => choose(items.filter(isOpen))}
                >
                  选中
                </Button>
              ),
            },
          ]
        : []),
    ]}
  />
)

type PartsProps = { page: SpreadPage; parts: readonly DossierPart[] }
export function PartsTable({ page, parts }: PartsProps) {
  const shares = shareOf(page)
  const lines = parts.map(({ id, number, title, items }) => ({
    ...{ id, title: `${number} ${title}`, progress: spreadProgress(items) },
    given: items.filter((one) => shares.has(one.id)).length,
  }))
  return (
    <Table
      size="small"
      rowKey="id"
      title={() => <strong>各部分进度</strong>}
      dataSource={lines}
      pagination={false}
      columns={[
        { title: '部分', dataIndex: 'title' },
        ...counts(lines),
        { title: '已分出', width: 80, dataIndex: 'given' },
      ]}
    />
  )
}
