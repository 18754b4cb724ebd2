/** What is due: an officer ticks what is to be erased and hands it to the head. */
import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Card, Flex, Typography } from 'antd'
import { useState } from 'react'
import { ApiError } from '#contracts/client.ts'
import { type RetentionList, retentionEndpoints } from '#contracts/personal/retention.ts'
import { saidWhole } from '../forms/refusal.ts'
import { useLookAgain } from '../list/look-again.ts'
import { useApi } from '../session/api.ts'
import { useRefusal } from '../session/session-ends.ts'
import { ListLines } from './list-lines.tsx'

export function ProposePanel({ list, mayPropose }: { list: RetentionList; mayPropose: boolean }) {
  const api = useApi()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const lookingAgain = useLookAgain()
  const { day, lines, total, returned, chosen: before } = list
  const [ids, setIds] = useState<readonly string[]>(returned ? before : lines.map(({ id }) => id))
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useRefusal<{ sentence: string }>()
  const [command, setCommand] = useState<string>(() => crypto.randomUUID())
  const send = async () => {
    setSending(true)
    setRefused(undefined)
    try {
      const body = { ids: [...ids] }
      await lookingAgain(() => api(retentionEndpoints.proposeErasure, { params: { day }, body, command }))
      await queries.invalidateQueries({ queryKey: ['retention'] })
      message.success('已提请，等待负责人批准')
    } catch (error) {
      // Without an answer the next try is the same click; a refused one is another.
      if (!(error instanceof ApiError) || error.status !== 0) setCommand(crypto.randomUUID())
      setRefused({ sentence: saidWhole(error), error })
    } finally {
      setSending(false)
    }
  }
  return (
    <Card size="small" type="inner" title={`已到期（${list.said}清点，${total}条）`}>
      <Flex vertical gap={12}>
        {returned && <Alert type="warning" showIcon title={`${returned.by}退回：${returned.reason}`} />}
        <ListLines
          lines={lines}
          none="目前没有到期应当清除的个人信息"
          {...(mayPropose && { chosen: { ids, change: setIds } })}
        />
        {total > lines.length && (
          <Typography.Text type="secondary">
            另有{total - lines.length}条没有列出，前面的清除后列入以后的清单。
          </Typography.Text>
        )}
        {refused && <Alert type="error" showIcon role="alert" title={refused.sentence} />}
        {mayPropose && lines.length > 0 && (
          <div>
            <Button type="primary" loading={sending} disabled={ids.length === 0} onClick={send}>
              提请清除{ids.length}条
            </Button>
          </div>
        )}
      </Flex>
    </Card>
  )
}
