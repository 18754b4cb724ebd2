/** The lists that were submitted to the body 提请, the newest first: units, words and paper. */
import { Card, Descriptions } from 'antd'
import { saidMinute } from '#calendar/said.ts'
import type { ResolutionPage } from '#contracts/meeting.ts'
import { PaperButtons } from '../word/paper-buttons.tsx'
import { FileLink } from './file-link.tsx'
import { useSubmission } from './use-submission.ts'

export function SubmittedLists({ page: { batch, step, lists } }: { page: ResolutionPage }) {
  const submission = useSubmission(batch, step)
  return (
    <Card size="small" className="not-printed" title={`提请审议（${lists.length}次）`}>
      {[...lists].reverse().map(({ number, at, by, text, file, units }) => (
        <Descriptions
          key={at}
          bordered
          size="small"
          column={1}
          style={{ marginBottom: 12 }}
          styles={{ label: { width: 110 } }}
          items={[
            { key: 'by', label: '提请', children: `${by}，${saidMinute(at)}` },
            { key: 'units', label: `单位（${units.length}个）`, children: units.map(({ name }) => name).join('、') },
            {
              key: 'text',
              label: '提请说明',
              children: <div style={{ whiteSpace: 'pre-wrap' }}>{text || '（未填）'}</div>,
            },
            ...(file ? [{ key: 'file', label: '提请材料', children: <FileLink file={file} /> }] : []),
            {
              key: 'paper',
              label: '请示',
              children: <PaperButtons label="请示" of="submission" paper={() => submission(number)} />,
            },
          ]}
        />
      ))}
    </Card>
  )
}
