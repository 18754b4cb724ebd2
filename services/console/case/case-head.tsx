import { Alert, Card, Flex, Tag, Typography } from 'antd'
import { Link } from 'wouter'
import { saidDay } from '#calendar/said.ts'
import type { CasePage } from '#contracts/case-page.ts'
import { AmendmentLines } from '../entry/amendment-lines.tsx'
import { DueReminderLine, ReminderLine } from '../entry/reminder-line.tsx'
import { InvitedLine } from '../invitation/invited-line.tsx'
import { TrialTag } from '../shell/trial-tag.tsx'
import { Due } from '../worklist/due.tsx'

/** Where the case stands, and until when. */
export const CaseHead = ({ page, now, mayEnter }: { page: CasePage; now: number | undefined; mayEnter: boolean }) => (
  <Card>
    <Flex wrap gap={16} align="center">
      <Typography.Title level={2} style={{ margin: 0, fontSize: 22 }}>
        {page.unit.name}
      </Typography.Title>
      <Tag color={page.ended ? 'default' : 'processing'} style={{ fontSize: 15 }}>
        {page.stepTitle}
      </Tag>
      {page.batch.trial && <TrialTag />}
      <Typography.Text type="secondary">{page.batch.title}</Typography.Text>
      {page.due && (
        <span>
          截止：
          <Due due={page.due} now={now} />
        </span>
      )}
      {page.dossier && (
        <Link className="not-printed" href={`/console/cases/${page.case}/dossier`}>
          自评
        </Link>
      )}
      {page.title && (
        <Link className="not-printed" href={`/console/titles/${page.case}`}>
          称号和证书
        </Link>
      )}
      {mayEnter && (
        <Link className="not-printed" href={`/console/cases/${page.case}/paper`} style={{ marginInlineStart: 'auto' }}>
          代录纸质表格
        </Link>
      )}
    </Flex>
    {page.result && <Result {...page.result} />}
    <AmendmentLines page={page} now={now} />
    <InvitedLine page={page} />
    <ReminderLine reminder={page.reminder} />
    <DueReminderLine reminder={page.dueReminder} />
  </Card>
)

/** What a unit opens its page for after a meeting: what came of it, and why. */
const Result = ({ step, outcome, by, on, reason, record }: NonNullable<CasePage['result']>) => (
  <Alert
    type="info"
    style={{ marginTop: 12 }}
    title={`${step}：${outcome}`}
    description={
      <span style={{ whiteSpace: 'pre-wrap' }}>
        {by}，{saidDay(on)}
        {reason && `\n${record ? `${record}的记载` : '理由'}：${reason}`}
      </span>
    }
  />
)
