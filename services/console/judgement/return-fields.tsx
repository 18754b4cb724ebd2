import { Flex, Tag, Typography } from 'antd'
import type { Choice } from '#contracts/forms.ts'
import { DateField } from '../forms/date-field.tsx'

type Props = {
  questions: readonly Choice[]
  lastDay: string | undefined
  wrong: string | undefined
  /** Takes a question off the list. */
  take: (question: string) => void
  put: (lastDay: string | undefined) => void
}

/** What a return says besides its opinion: the questions that are reopened, and until when. */
export const ReturnFields = ({ questions, lastDay, wrong, take, put }: Props) => (
  <Flex vertical gap={4}>
    <div>
      需补正的栏目：
      {questions.length === 0 && <Typography.Text type="warning">请在左侧勾选</Typography.Text>}
      {questions.map(({ value, label }) => (
        <Tag
          key={value}
          closable
          onClose={(event) => {
            event.preventDefault()
            take(value)
          }}
        >
          {label}
        </Tag>
      ))}
    </div>
    <Flex gap={8} align="center">
      <label htmlFor="judging-last-day">补正截止</label>
      <div>
        <DateField id="judging-last-day" size="small" placeholder="按通知规定" value={lastDay} onChange={put} />
      </div>
    </Flex>
    {wrong && <Typography.Text type="danger">{wrong}</Typography.Text>}
  </Flex>
)
