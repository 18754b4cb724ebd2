import { Flex, Radio, Typography } from 'antd'
import type { OfferedProcedure } from '#contracts/call.ts'

type Props = {
  offered: readonly OfferedProcedure[]
  chosen: OfferedProcedure
  choose: (key: string) => void
}

/** Which procedure the batch follows, and what happens in it. */
export const Procedures = ({ offered, chosen, choose }: Props) => (
  <Flex vertical gap={8} style={{ marginBottom: 24 }}>
    <Typography.Text strong>程序</Typography.Text>
    <Radio.Group
      aria-label="程序"
      value={chosen.key}
      onChange={({ target }) => choose(target.value)}
      options={offered.map(({ key, title, steps }) => ({ value: key, label: `${title}（${steps.length}个环节）` }))}
    />
    <ol
      aria-label="各环节"
      style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 8px', listStyle: 'none', margin: 0, padding: 0 }}
    >
      {chosen.steps.map(({ step, title }, i) => (
        <li key={step}>
          {i > 0 && <span aria-hidden="true">→ </span>}
          {i + 1}. {title}
        </li>
      ))}
    </ol>
  </Flex>
)
