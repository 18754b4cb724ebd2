import { useQuery } from '@tanstack/react-query'
import { Flex, Typography } from 'antd'
import type { z } from 'zod/mini'
import type { objectionContent } from '#contracts/notice.ts'
import type { PaperName } from '#papers/paper-values.ts'
import { arrived } from '../session/parts.ts'
import { useTraining } from '../session/training.ts'
import { PaperButtons } from '../word/paper-buttons.tsx'
import type { Told } from './objection-paper.ts'

const FOUND = { title: '异议答复书', of: 'objection-answer' } as const
/** By what was decided. Of one that waits to be admitted nobody is told yet. */
const ANSWERS: Readonly<Record<string, { readonly title: string; readonly of: PaperName }>> = {
  admitted: { title: '异议受理告知书', of: 'objection-admitted' },
  declined: { title: '异议不予受理告知书', of: 'objection-declined' },
  upheld: FOUND,
  reassess: FOUND,
  notUpheld: FOUND,
}

type Props = Pick<Told, 'page'> & { objection: Told['objection'] & { anonymous: boolean } }

/** What goes to the objector of what was decided, and the proof of its delivery. Their name stands in it once it was read. */
export function ObjectionPapers({ page, objection }: Props) {
  const training = useTraining() !== undefined
  // Only what somebody has read on purpose.
  const { data } = useQuery<z.output<typeof objectionContent>>({
    queryKey: ['objection', objection.objection],
    enabled: false,
    gcTime: 0,
  })
  const answer = ANSWERS[objection.status]
  if (!answer) return null
  const { title, of } = answer
  const told: Told = { title, page, objection, name: data?.name, training }
  return (
    <Flex vertical gap={8}>
      <Flex gap={16} wrap>
        <PaperButtons
          label={title}
          of={of}
          paper={async () => (await arrived(async () => (await import('./objection-paper.ts')).answerPaper))(told)}
        />
        <PaperButtons
          label="送达回证"
          of="delivery"
          paper={async () => (await arrived(async () => (await import('./objection-paper.ts')).deliveryPaper))(told)}
        />
      </Flex>
      {!objection.anonymous && !data && (
        <Typography.Text type="secondary">查看内容以后，文书上才有异议人的姓名；现在打印的留空手写。</Typography.Text>
      )}
    </Flex>
  )
}
