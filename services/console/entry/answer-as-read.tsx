import { Typography } from 'antd'
import type { FieldDefinition } from '#contracts/forms.ts'
import { digestOfUse, nameOfUse } from '#evidence/cited-file.ts'
import { wordsOf } from '../forms/words-of.ts'

type Props = {
  field: FieldDefinition
  value: unknown
  names: Readonly<Record<string, string>>
  deleted?: boolean
}

/** An answer in words: text as it was typed, files by their names. */
export const AnswerAsRead = ({ field, value, names, deleted = false }: Props) => {
  const nameOf = (used: unknown) =>
    nameOfUse(String(used)) ?? names[digestOfUse(String(used))] ?? String(used).slice(0, 12)
  const isFiles = field.kind === 'files' || field.kind === 'file'
  const words = isFiles && value ? [value].flat().map(nameOf).join('\n') : wordsOf(field, value)
  return words ? (
    <Typography.Text delete={deleted} style={{ whiteSpace: 'pre-wrap' }}>
      {words}
    </Typography.Text>
  ) : (
    <Typography.Text type="secondary">（空）</Typography.Text>
  )
}
