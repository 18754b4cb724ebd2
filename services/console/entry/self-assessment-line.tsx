/** The self-assessment among a form's questions: what of it is finished, and the way to it. */
import { Flex, Tag, Typography } from 'antd'
import { Link } from 'wouter'
import type { CasePage, ShownPaper } from '#contracts/case-page.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import { idOf } from './answer.tsx'

type Props = { page: CasePage; pinned: NonNullable<ShownPaper['selfAssessment']>['pinned'] }

export const SelfAssessmentLine = ({ page, pinned }: Props) => (
  <div style={{ marginBottom: 20 }} data-answer={ASSESSMENT.name}>
    <Flex gap={8} align="center" wrap>
      <Typography.Text strong>{ASSESSMENT.label}</Typography.Text>
      {pinned ? (
        <>
          <Tag color="success">已定稿</Tag>
          <Typography.Text>
            达到{pinned.reached}项，未达到{pinned.notReached}项，不适用{pinned.notApplicable}项
          </Typography.Text>
        </>
      ) : (
        <Tag color="warning">没有定稿</Tag>
      )}
      <Link id={idOf(ASSESSMENT.name)} href={`/console/cases/${page.case}/dossier`}>
        {pinned ? '逐项查看自评' : '逐项填写自评'}
      </Link>
    </Flex>
  </div>
)
