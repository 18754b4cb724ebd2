import { Button, Descriptions, Flex, Typography } from 'antd'
import { Fragment } from 'react'
import type { FileReference, ShownPaper } from '#contracts/case-page.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import { cite, filesOfAnswer } from '#evidence/cited-file.ts'
import { wordsOf } from '../forms/words-of.ts'
import { FileNote } from '../upload/file-note.tsx'

type Props = {
  form: Pick<ShownPaper, 'fields' | 'values' | 'files'>
  open: (file: FileReference) => void
}

/** A name of 200 characters takes as many lines as it needs. */
const LONG = { padding: 0, height: 'auto', whiteSpace: 'normal', wordBreak: 'break-all', textAlign: 'left' } as const

/** The form as somebody reads it who does not fill it in. */
export function FormAsRead({ form, open }: Props) {
  const shown = (field: FieldDefinition) => {
    const value = form.values[field.name]
    const isFiles = field.kind === 'files' || field.kind === 'file'
    if (isFiles && value !== undefined)
      return (
        <Flex vertical align="start">
          {filesOfAnswer(value, form.files).map((file) => (
            <Fragment key={cite(file.sha256, file.name)}>
              <Button type="link" className="as-text" size="small" style={LONG} onClick={() => open(file)}>
                {file.name}
              </Button>
              {file.note && <FileNote note={file.note} />}
            </Fragment>
          ))}
        </Flex>
      )
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
