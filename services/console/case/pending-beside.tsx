/** What is still to be decided about a case beside its step, for whoever decides there. */
import { Alert } from 'antd'
import { saidShortMinute } from '#calendar/said.ts'
import type { CasePage } from '#contracts/case-page.ts'

export const PendingBeside = ({ page: { veto, withdrawal, held } }: { page: CasePage }) => (
  <>
    {veto && <Alert type="warning" showIcon title={`有待确认的一票否决：${veto.title}`} description={veto.source} />}
    {withdrawal && (
      <Alert
        type="warning"
        showIcon
        title="单位已录入退出申请，等待其主要负责人确认"
        description={`${withdrawal.by}于${saidShortMinute(withdrawal.at)}录入：${withdrawal.reason}`}
      />
    )}
    <HeldAlert held={held} />
  </>
)

export const HeldAlert = ({ held }: Pick<CasePage, 'held'>) =>
  held.length > 0 && (
    <Alert
      type="warning"
      showIcon
      title="本件有在公示期内提出、后来才登记的异议，办结前暂停办理。"
      description={held.join('、')}
    />
  )
