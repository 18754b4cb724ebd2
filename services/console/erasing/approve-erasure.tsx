/** What one person has proposed to erase and another approves: from then on nothing brings it back. */
import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Card, Flex, Tag, Typography } from 'antd'
import { useState } from 'react'
import { ApiError } from '#contracts/client.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import { type RetentionList, retentionEndpoints, returnErasureBody } from '#contracts/personal/retention.ts'
import { useAsk } from '../forms/ask.tsx'
import { checked } from '../forms/checked.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { saidWhole } from '../forms/refusal.ts'
import { useLookAgain } from '../list/look-again.ts'
import { useApi } from '../session/api.ts'
import { useRefusal } from '../session/session-ends.ts'
import { ListLines } from './list-lines.tsx'

const RETURNING: readonly FieldDefinition[] = [
  { name: 'reason', label: '退回理由', kind: 'longText', required: true, max: 500, says: 'sentence' },
]

export function ApproveErasure({ list, mayApprove }: { list: RetentionList; mayApprove: boolean }) {
  const { chosen, state, said, proposedBy, approvedBy } = list
  const isApproved = state === 'approved'
  const lines = [...list.lines, ...list.coming].filter(({ id }) => chosen.includes(id))
  return (
    <Card
      size="small"
      type="inner"
      title={`${said}的清单，${proposedBy}提请清除${chosen.length}条`}
      extra={<Tag color="processing">{isApproved ? '待系统清除' : '待批准'}</Tag>}
    >
      <Flex vertical gap={12}>
        <ListLines lines={lines} none="没有条目" />
        {isApproved ? (
          <Alert type="info" showIcon title={`${approvedBy}已批准，系统将在每日8时清除；届时又需要使用的，不清除。`} />
        ) : mayApprove && list.prepared ? (
          <Deciding day={list.day} prepared={list.prepared} count={chosen.length} />
        ) : (
          <Alert type="info" showIcon title={`${proposedBy}已提请，等待负责人批准。`} />
        )}
      </Flex>
    </Card>
  )
}

function Deciding({ day, prepared, count }: { day: string; prepared: string; count: number }) {
  const api = useApi()
  const { message } = App.useApp()
  const question = useAsk()
  const queries = useQueryClient()
  const look = () => queries.invalidateQueries({ queryKey: ['retention'] })
  const lookingAgain = useLookAgain()
  const [returning, setReturning] = useState(false)
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useRefusal<{ sentence: string }>()
  const [command, setCommand] = useState<string>(() => crypto.randomUUID())
  const params = { day }
  const go = async () => {
    setSending(true)
    try {
      await lookingAgain(() => api(retentionEndpoints.approveErasure, { params, body: { prepared }, command }))
      await look()
      message.success('已批准')
    } catch (error) {
      // Without an answer the next try is the same click; a refused one is another.
      if (!(error instanceof ApiError) || error.status !== 0) setCommand(crypto.randomUUID())
      setRefused({ sentence: saidWhole(error), error })
    } finally {
      setSending(false)
    }
  }
  const ask = () => {
    setRefused(undefined)
    question({
      title: `批准后清除${count}条个人信息，不能恢复，是否批准？`,
      content: '办理记录和签署不受影响，仍可核对，原处显示“（已删除）”。',
      okText: '批准清除',
      onOk: go,
    })
  }
  return (
    <>
      <Typography.Text>请核对后批准或退回。</Typography.Text>
      {refused && <Alert type="error" showIcon role="alert" title={refused.sentence} />}
      <Flex gap={8}>
        <Button type="primary" loading={sending} onClick={ask}>
          批准清除
        </Button>
        {!returning && <Button onClick={() => setReturning(true)}>退回</Button>}
      </Flex>
      {returning && (
        <CommandForm
          name={`retention/return/${day}`}
          fields={RETURNING}
          values={{}}
          owner=""
          submit="退回提请人"
          send={async (values, click) => {
            const body = checked(returnErasureBody, { ...values, prepared })
            await lookingAgain(() => api(retentionEndpoints.returnErasure, { params, body, command: click }))
            await look()
          }}
        />
      )}
    </>
  )
}
