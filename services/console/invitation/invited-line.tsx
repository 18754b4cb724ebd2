import { Alert } from 'antd'
import type { CasePage } from '#contracts/case-page.ts'

/** Why a unit takes part that the call has named, or why one does not. */
export const InvitedLine = ({ page: { designated, uninvited } }: { page: CasePage }) => {
  const title = uninvited ?? (designated && `由创建通知指定参加。理由：${designated}`)
  return title && <Alert type={uninvited ? 'warning' : 'info'} showIcon style={{ marginTop: 8 }} title={title} />
}
