/** What was typed of indicators and cannot be saved any more, to be copied until whoever typed it has it elsewhere. */
import { Alert, Button, Typography } from 'antd'
import { useState } from 'react'
import { forgetUnsaved, unsavedText } from './unsaved-notes.ts'
import type { At } from './use-assessment.ts'

type Props = { at: At; lines: readonly { readonly item: string; readonly title: string }[] }

export function NotesNotSaved({ at, lines }: Props) {
  const [, again] = useState(0)
  const left = lines.flatMap(({ item, title }) => {
    const text = unsavedText(at, item)
    return text === undefined ? [] : [{ item, title, text }]
  })
  if (left.length === 0) return null
  const forget = () => {
    for (const { item } of left) forgetUnsaved(at, item)
    again((n) => n + 1)
  }
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 8 }}
      title="您填写的以下内容没有保存到系统，现在不能再记；请另行留存。"
      description={left.map(({ item, title, text }) => (
        <div key={item}>
          <Typography.Text strong>{title}：</Typography.Text>
          <div style={{ whiteSpace: 'pre-wrap' }}>{text}</div>
        </div>
      ))}
      action={
        <Button size="small" onClick={forget}>
          不再显示
        </Button>
      }
    />
  )
}
