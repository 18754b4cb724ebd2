/** Cases that one act may name: all of them at first, some left out by a click; those that wait are named with the reason. */
import { Checkbox, Flex, Typography } from 'antd'

import { inNameOrder } from '#typed/names.ts'

export type Waiting = { readonly unit: string; readonly name: string; readonly held?: string | undefined }
type Props = {
  label: string
  waiting: readonly Waiting[]
  /** Units that are left out. */
  left: readonly string[]
  leave: (units: readonly string[]) => void
  wrong?: string | undefined
}

/** Those that can be listed now. */
export const listable = (waiting: readonly Waiting[]): readonly Waiting[] => waiting.filter(({ held }) => !held)
/** The units that are listed. */
export const listed = (waiting: readonly Waiting[], left: readonly string[]): string[] =>
  listable(waiting).flatMap(({ unit }) => (left.includes(unit) ? [] : [unit]))

export function ListCases({ label, waiting, left, leave, wrong }: Props) {
  const units = listable(waiting).map(({ unit }) => unit)
  const cases = listed(waiting, left)
  return (
    <>
      <Flex justify="space-between">
        <Typography.Text strong>
          {label}（{cases.length}/{units.length}个单位）
        </Typography.Text>
        <Checkbox
          checked={units.length > 0 && cases.length === units.length}
          indeterminate={cases.length > 0 && cases.length < units.length}
          disabled={units.length === 0}
          onChange={({ target }) => leave(target.checked ? [] : units)}
        >
          全选
        </Checkbox>
      </Flex>
      <Checkbox.Group
        aria-label={label}
        style={{ maxHeight: 180, overflow: 'auto', width: '100%' }}
        value={cases}
        onChange={(chosen) => leave(units.filter((unit) => !chosen.includes(unit)))}
      >
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '2px 8px', width: '100%' }}>
          {inNameOrder(waiting).map(({ unit, name, held }) => (
            <Checkbox key={unit} value={unit} disabled={held !== undefined}>
              {name}
            </Checkbox>
          ))}
        </div>
      </Checkbox.Group>
      {wrong && (
        <Typography.Text type="danger" role="alert">
          {wrong}
        </Typography.Text>
      )}
      <HeldCases waiting={waiting} />
    </>
  )
}

/** Which units cannot be listed yet, and why. */
export function HeldCases({ waiting }: { waiting: readonly Waiting[] }) {
  const held = inNameOrder(waiting.filter((one) => one.held))
  if (held.length === 0) return null
  return (
    <div style={{ marginBlock: 8 }}>
      <Typography.Text type="warning">以下{held.length}个单位暂不能列入：</Typography.Text>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {held.map(({ unit, name, held: why }) => (
          <li key={unit}>
            {name}：{why}
          </li>
        ))}
      </ul>
    </div>
  )
}
