/** Personal data whose time has come 到期清除: what is due, what waits for approval, what was erased and by whom. */
import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Typography } from 'antd'
import { type RetentionList, type RetentionPage, retentionEndpoints } from '#contracts/personal/retention.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { ApproveErasure } from './approve-erasure.tsx'
import { ListLines } from './list-lines.tsx'
import { ProposePanel } from './propose-panel.tsx'

export default function Erasing() {
  const api = useApi()
  const { data, error, refetch } = useQuery({
    queryKey: ['retention'],
    queryFn: () => api(retentionEndpoints.readRetention),
  })
  // A look that fails later must not take away what is on screen.
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  const { newest, waiting, done, blocked, terms, mayPropose, mayApprove } = data
  const isOpen = newest?.state === 'found' || newest?.state === 'sentBack'
  const isWaiting = newest?.state === 'prepared' || newest?.state === 'approved'
  const ended = [...(newest?.state === 'erased' ? [newest] : []), ...done]
  const coming = newest?.coming ?? []
  return (
    <Card title="到期清除">
      <Flex vertical gap={16}>
        <Typography.Paragraph type="secondary" style={{ margin: 0 }}>
          系统每日8时清点保存期满的个人信息，只列编号、种类和依据。经办人提请，负责人批准，系统清除；清除后不能恢复，办理记录仍可核对。现有
          {blocked}条已停止使用、尚在保存。
        </Typography.Paragraph>
        {[...(newest && isWaiting ? [newest] : []), ...waiting].map((list) => (
          <ApproveErasure key={`${list.day} ${list.prepared}`} list={list} mayApprove={mayApprove} />
        ))}
        {newest && isOpen ? (
          <ProposePanel key={`${newest.day} ${newest.state}`} list={newest} mayPropose={mayPropose} />
        ) : (
          !isWaiting && <ListLines lines={[]} none="目前没有到期应当清除的个人信息" />
        )}
        {coming.length > 0 && (
          <Card size="small" type="inner" title={`接下来到期的${coming.length}条`}>
            <ListLines lines={coming} none="" />
          </Card>
        )}
        {ended.length > 0 && <Done lists={ended} />}
        <Terms terms={terms} />
      </Flex>
    </Card>
  )
}

const Done = ({ lists }: { lists: readonly RetentionList[] }) => (
  <Card size="small" type="inner" title="已清除">
    <ul style={{ margin: 0 }}>
      {lists.map(({ day, said, proposedBy, approvedBy, erased }) => (
        <li key={day}>
          {said}的清单：{proposedBy}提请，{approvedBy}批准，系统于{erased?.said}清除{erased?.count}条
          {erased?.left ? `，${erased.left}条又需要使用，没有清除` : ''}。
        </li>
      ))}
    </ul>
  </Card>
)

const Terms = ({ terms }: Pick<RetentionPage, 'terms'>) => (
  <Card size="small" type="inner" title="本县的保存期限">
    <ul style={{ margin: 0 }}>
      {terms.map(({ kind, from, years, useDays }) => (
        <li key={kind}>
          {kind}：自{from}起保存{years}年
          {useDays !== undefined && `，${useDays > 0 ? `满${useDays}日后` : '即日起'}停止使用`}。
        </li>
      ))}
    </ul>
  </Card>
)
