import { Flex, Typography } from 'antd'
import { ObjectionText } from '../notice/objection-text.tsx'
import type { Line } from './queue-lines.ts'

/** What it says, opened on purpose; and who does what this person may not do with it. */
export function LineText({ line: { batch, n, objection, others } }: { line: Line }) {
  return (
    <Flex vertical gap={8}>
      <ObjectionText batch={batch} n={String(n)} objection={objection} />
      {others.length > 0 && <Typography.Text type="secondary">{others.join('')}</Typography.Text>}
    </Flex>
  )
}
