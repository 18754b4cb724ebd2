import { Button, Descriptions, Flex, Typography } from 'antd'
import type { CasePage, FileReference } from '#contracts/case-page.ts'

type Props = { form: NonNullable<CasePage['form']>; open: (file: FileReference) => void }

/** A name of 200 characters takes as many lines as it needs. */
const LONG = { padding: 0, height: 'auto', whiteSpace: 'normal', wordBreak: 'break-all', textAlign: 'left' } as const

/** The form as somebody reads it who does not fill it in. */
export function FormAsRead({ form, open }: Props) {
  const shown = (value: unknown, name: string) => {
    const kind = form.fields.find((field) => field.name === name)?.kind
    if (kind === 'files' || kind === 'file')
      return (
        <Flex vertical align="start">
          {form.files
            .filter(({ sha256 }) => (Array.isArray(value) ? value.includes(sha256) : value === sha256))
            .map((file) => (
              <Button key={file.sha256} type="link" size="small" style={LONG} onClick={() => open(file)}>
                {file.name}
              </Button>
            ))}
        </Flex>
      )
    return typeof value === 'string' ? (
      <Typography.Text style={{ whiteSpace: 'pre-wrap' }}>{value}</Typography.Text>
    ) : (
      <Typography.Text type="secondary">未填</Typography.Text>
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
        .map(({ name, label }) => ({ key: name, label, children: shown(form.values[name], name) }))}
    />
  )
}
