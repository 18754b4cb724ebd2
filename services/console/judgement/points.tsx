import { Button, Checkbox, Flex, Typography } from 'antd'
import type { Choice } from '#contracts/forms.ts'

type Checklist = Readonly<Record<string, boolean>>
type Props = {
  label: string
  points: readonly Choice[]
  checklist: Checklist | undefined
  change: (checklist: Record<string, boolean>) => void
}

export const tickAll = (points: readonly Choice[], yes: boolean): Record<string, boolean> =>
  Object.fromEntries(points.map(({ value }) => [value, yes]))

/** The list of what is checked; all of it by one click. */
export function Points({ label, points, checklist, change }: Props) {
  if (points.length === 0) return null
  const all = checklist !== undefined && points.every(({ value }) => checklist[value])
  return (
    <div>
      <Flex justify="space-between" align="center">
        <Typography.Text strong>{label}</Typography.Text>
        <Button type="link" size="small" onClick={() => change(tickAll(points, !all))}>
          {all ? '全部取消' : '全部符合'}
        </Button>
      </Flex>
      <Flex vertical>
        {points.map(({ value, label: point }) => (
          <Checkbox
            key={value}
            style={{ fontSize: 13, lineHeight: '20px' }}
            checked={checklist?.[value] ?? false}
            // Whoever answers one point has looked at the list: the others stand at "no".
            onChange={({ target }) => change({ ...tickAll(points, false), ...checklist, [value]: target.checked })}
          >
            {point}
          </Checkbox>
        ))}
      </Flex>
    </div>
  )
}
