/** What one visit to an inquiry recorded and came to, to be read; and why a unit is assessed once more. */

import { Alert, Card, Flex, Typography } from 'antd'
import { dateOf } from '#calendar/deadline.ts'
import { saidDay, shownMinute } from '#calendar/said.ts'
import type { CasePage, FileReference, InquiriesPage } from '#contracts/case-page.ts'
import { FileButtons } from './file-buttons.tsx'

type Inquiry = NonNullable<CasePage['inquiry']>
type Method = Inquiry['methods'][number]
type Visit = InquiriesPage['earlier'][number]

export const Result = ({ result: { at, by, outcomeTitle, reason } }: { result: NonNullable<Inquiry['result']> }) => (
  <div>
    <Typography.Text strong>考核结果：{outcomeTitle}</Typography.Text>{' '}
    <Typography.Text type="secondary">
      {shownMinute(at)} {by}
    </Typography.Text>
    <div style={{ whiteSpace: 'pre-wrap' }}>{reason}</div>
  </div>
)

export const Records = ({ records, open }: { records: Method['records']; open: (file: FileReference) => void }) => (
  <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
    {records.map(({ at, by, on, place, findings, files, later = 0, people = [], items = 0 }) => (
      <li key={at} style={{ marginBottom: 8 }}>
        <Typography.Text type="secondary">
          {saidDay(on)} {place} {people.length > 0 && `参加人员：${people.join('、')}；记录：`}
          {by}
        </Typography.Text>
        <div style={{ whiteSpace: 'pre-wrap' }}>{findings}</div>
        {items > 0 && <Typography.Text type="secondary">另记指标情况{items}项</Typography.Text>}
        <FileButtons files={files} open={open} />
        {later > 0 && <Typography.Text type="secondary">另有{later}个文件，该方式结束后可以查看</Typography.Text>}
      </li>
    ))}
  </ul>
)

/** The objections that led to it and what was found of each. */
export const WhyAgain = ({ again: { at, findings } }: { again: NonNullable<InquiriesPage['again']> }) => (
  <Alert
    type="warning"
    showIcon
    title={`本单位经异议办理认定需要重新考核（${saidDay(dateOf(at))}）`}
    description={findings.map(({ objection, reason }) => (
      <div key={objection} style={{ whiteSpace: 'pre-wrap' }}>
        异议{objection}的认定理由：{reason}
      </div>
    ))}
  />
)

/** An earlier visit: nothing is recorded there any more. */
export function EarlierVisit({
  visit: { methods, result, again },
  open,
}: {
  visit: Visit
  open: (file: FileReference) => void
}) {
  const recorded = methods.filter(({ records }) => records.length > 0)
  return (
    <Card size="small" type="inner" title={`此前的考核${again ? '（重新考核）' : ''}，供查阅`}>
      <Flex vertical gap={12}>
        {again && <WhyAgain again={again} />}
        {recorded.map(({ name, title, records }) => (
          <div key={name}>
            <Typography.Text strong>{title}</Typography.Text>
            <Records records={records} open={open} />
          </div>
        ))}
        {result && <Result result={result} />}
      </Flex>
    </Card>
  )
}
