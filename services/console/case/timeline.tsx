import { Flex, Timeline as Line, Typography } from 'antd'
import type { ReactNode } from 'react'
import { shownEntry } from '#calendar/said.ts'
import type { FileReference, TimelineEntry } from '#contracts/case-page.ts'
import { FileButtons } from '../panels/file-buttons.tsx'
import { withoutRepeats } from '../worklist/without-repeats.ts'

type Props = {
  entries: readonly TimelineEntry[]
  open: (file: FileReference) => void
  /** What undoes an entry, under its command's name. */
  undo?: (command: string) => ReactNode
}

/** What happened, when, by whom, why, with the files as they were. */
export const Timeline = ({ entries, open, undo }: Props) => (
  <Line
    items={withoutRepeats(entries).map(({ at, on, step, event, by, reason, files, note, replaced, undo: command }) => ({
      key: `${at} ${event}`,
      content: (
        <Flex vertical gap={2}>
          <Typography.Text strong delete={replaced ?? false}>
            {step} · {event}
          </Typography.Text>
          <Typography.Text type="secondary">
            {shownEntry({ at, on })} {by}
          </Typography.Text>
          {reason && <Typography.Text style={{ whiteSpace: 'pre-wrap' }}>{reason}</Typography.Text>}
          {note && <Typography.Text type="warning">{note}</Typography.Text>}
          {command && undo?.(command)}
          <FileButtons files={files} open={open} />
        </Flex>
      ),
    }))}
  />
)
