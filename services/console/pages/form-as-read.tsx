import { Button, Descriptions, Flex, Typography } from 'antd'
import type { CasePage } from '#contracts/case-page.ts'

type Props = { form: NonNullable<CasePage['form']>; open: (file: { sha256: string; name: string }) => void }

/** The form as somebody reads it who does not fill it in. */
export function FormAsRead({ form, open }: Props) {
  const names = new Map(form.files.map(({ sha256, name }) => [sha256, name]))
  const shown = (value: unknown) => {
    if (Array.isArray(value))
      return (
        <Flex vertical align="start">
          {value
            .filter((one) => typeof one === 'string')
            .map((sha256) => (
              <Button
                key={sha256}
                type="link"
                size="small"
                style={{ padding: 0 }}
                onClick={() => open({ sha256, name: names.get(sha256) ?? sha256 })}
              >
                {names.get(sha256) ?? sha256.slice(0, 12)}
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
        .map(({ name, label }) => ({ key: name, label, children: shown(form.values[name]) }))}
    />
  )
}
