/** What was noted of an indicator, by whom, when and how it was looked at. */
import { Tag, Typography } from 'antd'
import { shownMinute } from '#calendar/said.ts'
import type { FileReference } from '#contracts/case-page.ts'
import { FileButtons } from '../panels/file-buttons.tsx'
import type { Note } from './noted.ts'

type Props = { title: string; notes: readonly Note[]; show: (file: FileReference) => void; none?: string }

export const NotesAsRead = ({ title, notes, show, none }: Props) => (
  <section aria-label={title} className="assessment-notes">
    <Typography.Title level={3} style={{ fontSize: 15, margin: '12px 0 4px' }}>
      {title}
    </Typography.Title>
    {notes.length === 0 && none && <Typography.Text type="secondary">{none}</Typography.Text>}
    <ul>
      {notes.map((note) => (
        <li key={`${note.method} ${note.by}`}>
          <Tag>{note.title}</Tag>
          <Typography.Text type="secondary">
            {note.own ? '本人' : note.by} {shownMinute(note.at)}
          </Typography.Text>
          {note.text && <div style={{ whiteSpace: 'pre-wrap' }}>{note.text}</div>}
          <FileButtons files={note.references} open={show} />
        </li>
      ))}
    </ul>
  </section>
)
