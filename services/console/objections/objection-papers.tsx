import { useQuery } from '@tanstack/react-query'
import { Flex, Typography } from 'antd'
import type { z } from 'zod/mini'
import type { objectionContent } from '#contracts/notice.ts'
import { arrived } from '../session/parts.ts'
import { useTraining } from '../session/training.ts'
import { PaperButtons } from '../word/paper-buttons.tsx'
import type { Told } from './objection-paper.ts'

/** By what was decided. Of one that waits to be admitted nobody is told yet. */
const TITLES: Readonly<Record<string, string>> = {
  admitted: '异议受理告知书',
  declined: '异议不予受理告知书',
  upheld: '异议答复书',
  reassess: '异议答复书',
  notUpheld: '异议答复书',
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
  const title = TITLES[objection.status]
  if (!title) return null
  const told: Told = { title, page, objection, name: data?.name, training }
  return (
    <Flex vertical gap={8}>
      <Flex gap={16} wrap>
        <PaperButtons
          label={title}
          paper={async () => (await arrived(async () => (await import('./objection-paper.ts')).answerPaper))(told)}
        />
        <PaperButtons
          label="送达回证"
          paper={async () => (await arrived(async () => (await import('./objection-paper.ts')).deliveryPaper))(told)}
        />
      </Flex>
      {!objection.anonymous && !data && (
        <Typography.Text type="secondary">查看内容以后，文书上才有异议人的姓名；现在打印的留空手写。</Typography.Text>
      )}
    </Flex>
  )
}
