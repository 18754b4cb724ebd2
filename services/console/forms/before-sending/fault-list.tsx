/** What is still to be filled in or mended, each a click that leads to its field. */
import { Button, Flex, Typography } from 'antd'

export type Fault = { readonly id: string; readonly label: string; readonly why?: string | undefined }

export const FaultList = ({ faults }: { faults: readonly Fault[] }) => (
  <Flex component="ul" vertical style={{ margin: '4px 0 0', paddingInlineStart: 20 }}>
    {faults.map(({ id, label, why }) => (
      <li key={id}>
        <Button type="link" size="small" style={{ padding: 0 }} onClick={() => goToField(id)}>
          {label}
        </Button>{' '}
        {why && <Typography.Text type="secondary">{why}</Typography.Text>}
      </li>
    ))}
  </Flex>
)

/** The same in one line, for where the field itself says why. */
export const FaultLinks = ({ faults }: { faults: readonly Fault[] }) => (
  <Flex wrap component="nav" gap={4} aria-label="需要填写或修改的各项">
    {faults.map(({ id, label }) => (
      <Button key={id} type="link" size="small" onClick={() => goToField(id)}>
        {label}
      </Button>
    ))}
  </Flex>
)

const FIRST = 'input:not([type=hidden]), textarea, select, button, [tabindex]'
export function goToField(id: string): void {
  const place = document.getElementById(id) ?? document.querySelector(`label[for="${CSS.escape(id)}"]`)
  place?.scrollIntoView({ block: 'center' })
  const at = place?.matches(FIRST) ? place : (place?.querySelector(FIRST) ?? place)
  if (at instanceof HTMLElement) at.focus({ preventScroll: true })
}
