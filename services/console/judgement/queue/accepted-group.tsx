import { Flex, Typography } from 'antd'
import type { WorkItem } from '#contracts/views.ts'
import { type Group, isDraft } from './many-groups.ts'
import { CaseLink, type Many } from './one-by-one.tsx'

type Props = {
  group: Group<WorkItem>
  /** What is done to them, in words. */
  verb: string
  many: Many<WorkItem>
  /** Its judgement has a checklist, which nobody fills in for several at once. */
  hasChecklist: boolean | undefined
}

/** The units to which the same is done, under what that is. */
export const AcceptedGroup = ({ group, verb, many, hasChecklist }: Props) => (
  <Flex vertical gap={4}>
    <Typography.Text>
      <Typography.Text strong>
        批次{group.batch}：{group.items.length}件{verb}
      </Typography.Text>
      {isDraft(group) ? '，由负责人签发后生效。' : '；结论作出后，单位即可看到。'}
    </Typography.Text>
    <ol aria-label={`批次${group.batch}${verb}`} style={LIST}>
      {group.items.map((item) => {
        const result = many.results[item.path]
        return (
          <li key={item.path}>
            <CaseLink item={item} isStill={!many.sending} />{' '}
            {result ? (
              <Typography.Text type={result.ok ? 'success' : 'danger'}>{result.sentence}</Typography.Text>
            ) : (
              hasChecklist && <Typography.Text type="warning">没有填写核对清单</Typography.Text>
            )}
          </li>
        )
      })}
    </ol>
  </Flex>
)
const LIST = { margin: 0, maxHeight: 240, overflow: 'auto', paddingInlineStart: 32 } as const
