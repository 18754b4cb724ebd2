/** Closing a notice: every channel by which an objection may have come in time was looked through. */
import { Alert, App, Button, Checkbox, Flex, Modal, Typography } from 'antd'
import { useState } from 'react'
import { ApiError } from '#contracts/client.ts'
import { closeBody, type NoticePage } from '#contracts/notice.ts'
import { checked } from '../forms/checked.ts'
import { saidWhole } from '../forms/refusal.ts'
import { useRefusal } from '../session/session-ends.ts'
import { isOpen } from './objection-fields.ts'
import { keptBack, saidClosing, waitingOf } from './waiting-lines.ts'

type Channel = 'page' | 'mail' | 'post' | 'dutyLog'
const CHANNELS: readonly { readonly value: Channel; readonly label: string }[] = [
  { value: 'page', label: '网页（网上提交的异议）' },
  { value: 'mail', label: '邮箱' },
  { value: 'post', label: '来信（以邮戳日期为准）' },
  { value: 'dutyLog', label: '值班记录（来电、来访）' },
]
type Props = {
  page: NoticePage
  /** Answers with the page as it is then. */
  close: (channels: readonly Channel[], command: string) => Promise<NoticePage>
}

export function CloseNotice({ page, close }: Props) {
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const [ticked, setTicked] = useState<readonly Channel[]>([])
  const [command, setCommand] = useState<string>(() => crypto.randomUUID())
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useRefusal<{ sentence: string }>()
  const what = page.closed ? '办理等待的单位' : '结束公示'
  const open = page.objections.filter(isOpen).length
  const kept = keptBack(page)
  const takes = waitingOf(page).filter((one) => one.takes)
  const go = async () => {
    setSending(true)
    try {
      const body = checked(closeBody, { checked: ticked })
      message.success(saidClosing(page, await close(body.checked, command)))
      setAsking(false)
      setTicked([])
      setRefused(undefined)
      setCommand(crypto.randomUUID())
    } catch (error) {
      // Without an answer the next try is the same click; a refused one is another.
      if (!(error instanceof ApiError) || error.status !== 0) setCommand(crypto.randomUUID())
      setRefused({ sentence: saidWhole(error), error })
    } finally {
      setSending(false)
    }
  }
  return (
    <>
      <Button size="small" type="primary" onClick={() => setAsking(true)}>
        {what}
      </Button>
      <Modal
        open={asking}
        title={what}
        onCancel={() => setAsking(false)}
        closable={!sending}
        mask={{ closable: false }}
        footer={
          <Flex gap={8} justify="end">
            <Button disabled={sending} onClick={() => setAsking(false)}>
              取消
            </Button>
            <Button
              type="primary"
              loading={sending}
              disabled={ticked.length < CHANNELS.length}
              onClick={() => void go()}
            >
              确定{what}
            </Button>
          </Flex>
        }
      >
        <Flex vertical gap={12}>
          <Typography.Text>
            请逐一核对下列渠道，期内收到的异议都已录入的，逐项勾选。
            {!page.closed && '结束后不能重新开始；期内收到、以后才发现的异议仍可录入。'}
          </Typography.Text>
          <Checkbox.Group aria-label="已核对的渠道" value={[...ticked]} onChange={setTicked}>
            <Flex vertical gap={4}>
              {CHANNELS.map(({ value, label }) => (
                <Checkbox key={value} value={value}>
                  {label}
                </Checkbox>
              ))}
            </Flex>
          </Checkbox.Group>
          {open > 0 && (
            <Alert type="info" showIcon title={`还有${open}件异议没有办结：所涉单位暂不转出，异议办结后另行转出。`} />
          )}
          {takes.length > 0 && (
            <Alert
              type="info"
              showIcon
              title={`现在可以办理${takes.length}个单位：${takes.map(({ name }) => name).join('、')}`}
            />
          )}
          {kept.length > 0 && (
            <Alert
              type="warning"
              showIcon
              title={`${kept.length}个单位现在不给出公示结果，原因消除后另行办理：`}
              description={kept.map(({ name, why }) => (
                <div key={name}>
                  {name}：{why}
                </div>
              ))}
            />
          )}
          {refused && <Alert type="error" showIcon role="alert" title={refused.sentence} />}
        </Flex>
      </Modal>
    </>
  )
}
