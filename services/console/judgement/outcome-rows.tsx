import { Button, Flex, Radio, Typography } from 'antd'
import type { OutcomeChoice } from './judging-draft.ts'
import type { Phrase } from './phrases.ts'

type Props = {
  label: string
  outcomes: readonly OutcomeChoice[]
  phrases: readonly Phrase[]
  outcome: string | undefined
  choose: (outcome: string) => void
  use: (outcome: string, phrase: Phrase) => void
  edit: () => void
}

/** Every outcome with the phrases that go with it. */
export const OutcomeRows = ({ label, outcomes, phrases, outcome, choose, use, edit }: Props) => (
  <div>
    <Flex justify="space-between" align="center">
      <Typography.Text strong>结论和常用意见</Typography.Text>
      <Button type="link" size="small" onClick={edit}>
        编辑常用意见
      </Button>
    </Flex>
    <Radio.Group
      aria-label={label}
      value={outcome}
      onChange={({ target }) => choose(target.value)}
      style={{ width: '100%' }}
    >
      <Flex vertical gap={4}>
        {outcomes.map(({ value, label: name, effect }) => (
          <Flex key={value} gap={4} align="start">
            <Radio value={value} style={{ flex: '0 0 96px', marginInlineEnd: 0 }}>
              {name}
            </Radio>
            <Flex gap={4} wrap>
              {phrases
                .filter((one) => one.effect === effect)
                .map((one) => (
                  <Button
                    key={`${one.title} ${one.text}`}
                    size="small"
                    title={one.text}
                    onClick={() => use(value, one)}
                  >
                    {one.title}
                  </Button>
                ))}
            </Flex>
          </Flex>
        ))}
      </Flex>
    </Radio.Group>
  </div>
)
