import { Descriptions, Typography } from 'antd'
import type { FileReference, ShownPaper } from '#contracts/case-page.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import { filesOfAnswer } from '#evidence/cited-file.ts'
import { wordsOf } from '../forms/words-of.ts'
import { FileButtons } from '../panels/file-buttons.tsx'

type Props = {
  form: Pick<ShownPaper, 'fields' | 'values' | 'files'>
  open: (file: FileReference) => void
}

/** The form as somebody reads it who does not fill it in. */
export function FormAsRead({ form, open }: Props) {
  const shown = (field: FieldDefinition) => {
    const value = form.values[field.name]
    const isFiles = field.kind === 'files' || field.kind === 'file'
    if (isFiles && value !== undefined) return <FileButtons files={filesOfAnswer(value, form.files)} open={open} />
    const words = wordsOf(field, value)
    return words === undefined ? (
      <Typography.Text type="secondary">未填</Typography.Text>
    ) : (
      <Typography.Text style={{ whiteSpace: 'pre-wrap' }}>{words}</Typography.Text>
    )
  }
  return (
    <Descriptions
      bordered
      column={1}
      size="small"
      styles={{ label: { width: 160 } }}
      items={form.fields
        .filter(({ name, personal }) => !personal || name in form.values)
        .map((field) => ({ key: field.name, label: field.label, children: shown(field) }))}
    />
  )
}
