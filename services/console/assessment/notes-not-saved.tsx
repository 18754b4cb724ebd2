/** What was typed of indicators and cannot be saved any more, to be copied until whoever typed it has it elsewhere. */

import { Alert, Button, Typography } from 'antd'
import { useState } from 'react'
import type { AssessmentPage } from '#contracts/assessment/assessment.ts'
import { forgetUnsaved, unsavedText } from './unsaved-notes.ts'
import type { Params } from './use-assessment.ts'

type Line = { readonly item: string; readonly title: string }
type Props = { page: AssessmentPage; params: Params; lines: readonly Line[] }

export function NotesNotSaved({ page, params, lines }: Props) {
  const find = () => {
    const stays = Array.from({ length: page.visit }, (_, i) => i + 1)
    const places = stays.flatMap((visit) =>
      page.methods.flatMap(({ name, title, writes }) =>
        visit === page.visit && writes ? [] : [{ at: { ...params, method: name, visit }, method: title }],
      ),
    )
    return places.flatMap(({ at, method }) =>
      lines.flatMap(({ item, title }) => {
        const text = unsavedText(at, item)
        return text === undefined ? [] : [{ at, item, title: `${method}，${title}`, text }]
      }),
    )
  }
  // Looked for when it is shown, not with each letter typed: there are as many places as methods, stays and indicators.
  const [left, setLeft] = useState(find)
  if (left.length === 0) return null
  const forget = () => {
    for (const { at, item } of left) forgetUnsaved(at, item)
    setLeft([])
  }
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 8 }}
      title="您填写的以下内容没有保存到系统，现在不能再记；请另行留存。"
      description={left.map(({ at, item, title, text }) => (
        <div key={`${at.visit} ${at.method} ${item}`}>
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
