/** The self-assessment among a form's questions: what of it is finished, and the way to it. */
import { Alert, Flex, Tag, Typography } from 'antd'
import { Link } from 'wouter'
import type { CasePage, ShownPaper } from '#contracts/case-page.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import { idOf } from './answer.tsx'

type Props = { page: CasePage; assessed: NonNullable<ShownPaper['selfAssessment']> }

export const SelfAssessmentLine = ({ page, assessed: { pinned, sentBack } }: Props) => (
  <div style={{ marginBottom: 20 }} data-answer={ASSESSMENT.name}>
    <Flex gap={8} align="center" wrap>
      <Typography.Text strong>{ASSESSMENT.label}</Typography.Text>
      {pinned ? (
        <>
          <Tag color={sentBack ? 'warning' : 'success'}>{sentBack ? '退回待改' : '已定稿'}</Tag>
          <Typography.Text>
            达到{pinned.reached}项，未达到{pinned.notReached}项，不适用{pinned.notApplicable}项
            {sentBack &&
              `；${sentBack.indicators === undefined ? '自评' : `其中${sentBack.indicators}项指标`}已退回，改好后须重新定稿`}
          </Typography.Text>
        </>
      ) : (
        <Tag color="warning">没有定稿</Tag>
      )}
      <Link id={idOf(ASSESSMENT.name)} href={`/console/cases/${page.case}/dossier`}>
        {sentBack ? '修改退回的自评' : pinned ? '逐项查看自评' : '逐项填写自评'}
      </Link>
    </Flex>
    {sentBack && page.sinceReturn && (
      <Alert
        type="warning"
        style={{ marginTop: 6, padding: '6px 12px' }}
        title={`退回意见：${page.sinceReturn.reason}`}
      />
    )}
  </div>
)
