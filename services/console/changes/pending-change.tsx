/** What an officer has prepared about the batch: it waits for approval, or went back. */
import { Alert, Card, Flex, Tag, Typography } from 'antd'
import type { ChangesPage } from '#contracts/change.ts'
import { ApprovePanel } from '../list/approve-panel.tsx'
import { MovedDates } from './moved-dates.tsx'

type Pending = NonNullable<ChangesPage['cancelling']> & Partial<Pick<NonNullable<ChangesPage['amendment']>, 'dates'>>
type Props = {
  /** Names it in this browser's memory. */
  name: string
  what: string
  pending: Pending
  mayApprove: boolean
  consequence: string
  approve: (command: string) => Promise<unknown>
  giveBack: (reason: unknown, command: string) => Promise<unknown>
}

export const PendingChange = ({ name, what, pending, mayApprove, consequence, approve, giveBack }: Props) => (
  <Card
    size="small"
    type="inner"
    title={what}
    extra={<Tag color={pending.returned ? 'warning' : 'processing'}>{pending.returned ? '已退回' : '待签发'}</Tag>}
  >
    <Flex vertical gap={12}>
      {pending.dates && <MovedDates dates={pending.dates} />}
      <Typography.Text>
        理由：{pending.reason}
        {pending.number && `（${pending.number}）`}
      </Typography.Text>
      {pending.returned ? (
        <Alert type="warning" showIcon title={`已退回${pending.preparedBy}：${pending.returned}`} />
      ) : (
        <ApprovePanel
          prepared={pending.prepared}
          name={name}
          what={what}
          preparedBy={pending.preparedBy}
          mayApprove={mayApprove}
          consequence={
            <>
              {pending.dates && <MovedDates dates={pending.dates} />}
              <div>
                理由：{pending.reason}
                {pending.number && `（${pending.number}）`}
              </div>
              <div>{consequence}</div>
            </>
          }
          approve={approve}
          giveBack={giveBack}
        />
      )}
    </Flex>
  </Card>
)
