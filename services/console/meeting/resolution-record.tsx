/** A meeting's decision as it was recorded; printed, it is a page for the file. */

import { Button, Card, Descriptions, Flex, Table, Tag, Typography } from 'antd'
import { Link } from 'wouter'
import { saidDay, saidMinute } from '#calendar/said.ts'
import type { ResolutionPage } from '#contracts/meeting.ts'
import { arrived } from '../session/parts.ts'
import { useTraining } from '../session/training.ts'
import { WithSummary } from '../summary/with-summary.tsx'
import { WordButton } from '../word/word-button.tsx'
import { FileLink } from './file-link.tsx'
import { paperOf, saidHow } from './resolution-draft.ts'

export type Recorded = ResolutionPage['meetings'][number]
type Line = Recorded['lines'][number]

/** How a line stands: as it was recorded, or as it was corrected since. */
const standing = (line: Line): Pick<Line, 'outcome' | 'outcomeTitle'> =>
  [...(line.corrected ?? [])].reverse().find(({ setAside }) => !setAside) ?? line

function Conclusion({ line }: { line: Line }) {
  const { outcomeTitle } = standing(line)
  if (line.setAside)
    return (
      <>
        <del>{line.outcomeTitle}</del> <Tag color="error">未适用</Tag>
      </>
    )
  if (!line.corrected?.some(({ setAside }) => !setAside)) return outcomeTitle
  return (
    <>
      <del>{line.outcomeTitle}</del> <Tag color="warning">已更正</Tag>
      <div>{outcomeTitle}</div>
    </>
  )
}

type Props = { page: ResolutionPage; meeting: Recorded; print: () => void; isHidden: boolean }

export function ResolutionRecord({ page, meeting, print, isHidden }: Props) {
  const { present, absent, recusals, lines } = meeting
  const training = useTraining() !== undefined
  const recusedAt = (unit: string) => recusals.filter((one) => one.case === unit).map(({ person }) => person)
  // As they stand: a line that was corrected counts as what it is now.
  const counts = page.outcomes
    .map(({ value, label }) => ({ label, count: lines.filter((line) => standing(line).outcome === value).length }))
    .filter(({ count }) => count > 0)
  const aside = lines.filter(({ setAside }) => setAside).length
  const mayCorrect = page.commands.includes('draft-correction')
  return (
    <Card
      className={isHidden ? 'not-printed' : ''}
      title={
        <Typography.Title level={2} style={{ margin: 0, fontSize: 19, whiteSpace: 'normal' }}>
          {meeting.meeting}决定 {meeting.reference}
        </Typography.Title>
      }
      extra={
        <Flex gap={8} className="not-printed">
          <Button onClick={print}>打印</Button>
          <WordButton
            of="minutes"
            paper={async () => {
              const minutesPaper = await arrived(async () => (await import('./minutes-paper.ts')).minutesPaper)
              return minutesPaper({ page, meeting, training })
            }}
          />
        </Flex>
      }
    >
      <Descriptions
        bordered
        size="small"
        column={2}
        styles={{ label: { width: 110 } }}
        items={[
          { key: 'batch', label: '批次', span: 2, children: `${page.batchTitle}${page.trial ? '（演练）' : ''}` },
          {
            key: 'date',
            label: page.record === 'signedList' ? '签名日期' : '会议日期',
            children: saidDay(meeting.date),
          },
          { key: 'minutes', label: paperOf(page), children: <FileLink file={meeting.minutes} /> },
          { key: 'present', label: `出席（${present.length}人）`, span: 2, children: present.join('、') },
          { key: 'absent', label: '缺席', span: 2, children: absent.length > 0 ? absent.join('、') : '无' },
          { key: 'how', label: '决定方式', span: 2, children: saidHow(page, meeting.how) },
          {
            key: 'counts',
            label: '结论',
            span: 2,
            children: `共${lines.length}个单位：${counts.map(({ label, count }) => `${label}${count}个`).join('，')}${aside > 0 ? `；其中${aside}个未能适用` : ''}`,
          },
        ]}
      />
      <WithSummary title={`${meeting.meeting}决定`}>
        <Table
          className="stacks"
          rowKey="unit"
          size="small"
          style={{ marginTop: 12 }}
          pagination={false}
          dataSource={lines}
          columns={[
            page.ranked
              ? { title: '名次', width: 56, render: (_, { rank }) => rank }
              : { title: '序号', width: 56, render: (_, __, at) => at + 1 },
            {
              title: '单位',
              render: (_, { unit, name }) =>
                mayCorrect ? <Link href={`/console/cases/${page.batch}/${unit}`}>{name}</Link> : name,
            },
            {
              title: '结论',
              width: 130,
              render: (_, line) => <Conclusion line={line} />,
            },
            {
              title: '说明',
              render: (_, { reason, setAside, corrected = [] }) => (
                <Flex vertical gap={4}>
                  {[reason, setAside].filter(Boolean).join('；未适用原因：')}
                  {corrected.map((one) => (
                    <span key={one.at}>
                      {saidMinute(one.at)}更正为“{one.outcomeTitle}”，{one.draftedBy}拟订，{one.by}签发。{paperOf(page)}
                      的记载：
                      {one.inMinutes} 理由：{one.reason}
                      {one.setAside && ` 没有适用：${one.setAside}`}
                    </span>
                  ))}
                </Flex>
              ),
            },
            { title: '回避', width: 120, render: (_, { unit }) => recusedAt(unit).join('、') },
          ]}
        />
      </WithSummary>
      <Typography.Paragraph type="secondary" style={{ margin: '12px 0 0' }}>
        {meeting.recordedBy}登记于{saidMinute(meeting.recordedAt)}
        {mayCorrect && (
          <span className="not-printed">。有一行登记错了？点单位名称，在申报件的“办理过程”中拟订更正。</span>
        )}
      </Typography.Paragraph>
    </Card>
  )
}
