/** What one person has prepared and another approves: after the secrecy check 保密审查 it is published, or it goes back. */

import { Alert, App, Button, Checkbox, Flex, Typography } from 'antd'
import { type ReactNode, useState } from 'react'
import { ApiError } from '#contracts/client.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { useAsk } from '../forms/ask.tsx'
import { CommandForm } from '../forms/command-form.tsx'
import { saidWhole } from '../forms/refusal.ts'
import { useRefusal } from '../session/session-ends.ts'
import { useLookAgain } from './look-again.ts'

const RETURNING: readonly FieldDefinition[] = [
  { name: 'reason', label: '退回理由', kind: 'longText', required: true, max: 500, says: 'sentence' },
]
type Props = {
  /** Names the act and its preparation, in this browser's memory. */
  name: string
  /** The preparation on screen: what was ticked for one says nothing of the next. */
  prepared: string
  what: string
  preparedBy: string
  mayApprove: boolean
  /** It is published with the approval; what is left out is. */
  isPublic?: boolean
  /** What is said where it was not drawn up by whoever sends it to be signed, and may be taken back. */
  words?: { readonly done: string; readonly back: string; readonly question: string }
  /** What comes of it beside its publication. */
  consequence?: ReactNode
  /** Units with which it cannot be approved now, each with the reason: it is sent back and mended. */
  held?: readonly { readonly name: string; readonly why: string }[]
  approve: (command: string) => Promise<unknown>
  giveBack: (reason: unknown, command: string) => Promise<unknown>
}

export function ApprovePanel({
  name,
  prepared,
  what,
  preparedBy,
  mayApprove,
  isPublic = true,
  words: { done, back, question: asked } = {
    done: '拟制',
    back: '退回拟制人',
    question: isPublic ? `签发后${what}即向社会公开，不能撤回，是否签发？` : `签发后${what}不能撤回，是否签发？`,
  },
  consequence,
  held = [],
  approve,
  giveBack,
}: Props) {
  const lookingAgain = useLookAgain()
  const { message } = App.useApp()
  const question = useAsk()
  const [checkedOf, setCheckedOf] = useState<string>()
  const checked = checkedOf === prepared
  const [returning, setReturning] = useState(false)
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useRefusal<{ sentence: string }>()
  const [command, setCommand] = useState<string>(() => crypto.randomUUID())
  if (!mayApprove) return <Alert type="info" showIcon title={`${preparedBy}已${done}，等待签发。`} />
  const go = async () => {
    setSending(true)
    try {
      await lookingAgain(() => approve(command))
      message.success('已签发')
    } catch (error) {
      // Without an answer the next try is the same click; a refused one is another.
      if (!(error instanceof ApiError) || error.status !== 0) setCommand(crypto.randomUUID())
      setRefused({ sentence: saidWhole(error), error })
    } finally {
      setSending(false)
    }
  }
  const ask = () => {
    if (!checked) return setRefused({ sentence: '请确认已进行保密审查。' })
    setRefused(undefined)
    question({
      title: asked,
      content: consequence,
      okText: '签发',
      onOk: go,
    })
  }
  return (
    <Flex vertical gap={12}>
      <Typography.Text>
        {preparedBy}已{done}，请核对后签发或退回。
      </Typography.Text>
      <Checkbox
        checked={checked}
        onChange={({ target }) => {
          setCheckedOf(target.checked ? prepared : undefined)
          setRefused(undefined)
        }}
      >
        已进行保密审查，内容不涉及国家秘密、工作秘密和不宜公开的个人信息
      </Checkbox>
      {held.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title="名单中有单位现在不能列入，还不能签发；请退回，从名单中去掉后重新拟制，或者等原因消除后再签发。"
          description={held.map(({ name: unit, why }) => (
            <div key={unit}>
              {unit}：{why}
            </div>
          ))}
        />
      )}
      {refused && <Alert type="error" showIcon role="alert" title={refused.sentence} />}
      <Flex gap={8}>
        <Button type="primary" loading={sending} disabled={held.length > 0} onClick={ask}>
          签发
        </Button>
        {!returning && <Button onClick={() => setReturning(true)}>退回</Button>}
      </Flex>
      {returning && (
        <CommandForm
          name={`return/${name}`}
          fields={RETURNING}
          values={{}}
          owner={officeFor('minutes')}
          submit={back}
          send={({ reason }, click) => lookingAgain(() => giveBack(reason, click))}
        />
      )}
    </Flex>
  )
}
