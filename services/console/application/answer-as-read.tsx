import { Typography } from 'antd'

type Props = { value: unknown; names: Readonly<Record<string, string>>; deleted?: boolean }

/** An answer in words: text as it was typed, files by their names. */
export const AnswerAsRead = ({ value, names, deleted = false }: Props) => {
  const lines = Array.isArray(value) ? value.map((one) => names[String(one)] ?? String(one).slice(0, 12)) : [value]
  const shown = lines.filter((line) => typeof line === 'string' && line !== '').map(String)
  return shown.length === 0 ? (
    <Typography.Text type="secondary">（空）</Typography.Text>
  ) : (
    <Typography.Text delete={deleted} style={{ whiteSpace: 'pre-wrap' }}>
      {shown.join('\n')}
    </Typography.Text>
  )
}
