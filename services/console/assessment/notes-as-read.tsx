/** What was noted of an indicator, by whom, when and how it was looked at. */
import { Tag, Typography } from 'antd'
import { shownMinute } from '#calendar/said.ts'
import type { FileReference } from '#contracts/case-page.ts'
import { FINDINGS } from '#tally/finding.ts'
import { FileButtons } from '../panels/file-buttons.tsx'
import { CitedResults } from './cite-results.tsx'
import type { Note } from './noted.ts'

type Props = {
  title: string
  notes: readonly Note[]
  /** Which assessment goes on. */
  visit: number
  show: (file: FileReference) => void
  none?: string
}

export const NotesAsRead = ({ title, notes, visit, show, none }: Props) => (
  <section aria-label={title} className="assessment-notes">
    <Typography.Title level={3} style={{ fontSize: 15, margin: '12px 0 4px' }}>
      {title}
    </Typography.Title>
    {notes.length === 0 && none && <Typography.Text type="secondary">{none}</Typography.Text>}
    <ul>
      {notes.map((note) => (
        <li key={`${note.visit} ${note.method} ${note.by}`}>
          <Tag>{note.title}</Tag>
          {note.visit < visit && <Tag>上次考核</Tag>}
          {!note.recorded && <Tag color="warning">未列入记录</Tag>}
          <Typography.Text type="secondary">
            {note.own ? '本人' : note.by} {shownMinute(note.at)}
          </Typography.Text>
          {note.finding && (
            <Tag color={note.finding === 'notReached' ? 'error' : 'default'} style={{ marginInlineStart: 8 }}>
              {FINDINGS[note.finding]}
              {note.off && `，扣${note.off}分`}
            </Tag>
          )}
          {note.text && <div style={{ whiteSpace: 'pre-wrap' }}>{note.text}</div>}
          <CitedResults results={note.results} />
          <FileButtons files={note.references} open={show} />
        </li>
      ))}
    </ul>
  </section>
)
