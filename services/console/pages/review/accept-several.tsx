/** Several applications accepted with one opinion: each is a command of its own with a result of its own. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Flex, Input, Modal, Typography } from 'antd'
import { useState } from 'react'
import { ApiError } from '#contracts/client.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import type { WorkItem } from '#contracts/views.ts'
import { useApi } from '../../session/api.ts'
import { rememberDecided } from './decided-here.ts'
import { usePhrases } from './phrases.ts'

type Item = Pick<WorkItem, 'batch' | 'unit' | 'path' | 'title'>
type Props = { items: readonly Item[]; close: () => void }
/** `again`: no answer came, so that the same click may be asked once more. */
type Result = { readonly ok: boolean; readonly again: boolean; readonly sentence: string }

export default function AcceptSeveral({ items, close }: Props) {
  const api = useApi()
  const queries = useQueryClient()
  const me = useQuery({ queryKey: ['me'], queryFn: () => api(rosterEndpoints.readMe) })
  const { phrases } = usePhrases(me.data?.person ?? '')
  const [reason, setReason] = useState('')
  const [results, setResults] = useState<Readonly<Record<string, Result>>>({})
  // A case without an answer is asked again under the same click.
  const [clicks] = useState(() => new Map(items.map(({ path }) => [path, crypto.randomUUID()])))
  const [sending, setSending] = useState(false)
  const left = items.filter(({ path }) => results[path]?.again ?? true)
  const done = Object.keys(results).length > 0

  const accept = async ({ batch, unit, path }: Item): Promise<Result> => {
    const command = clicks.get(path) ?? crypto.randomUUID()
    try {
      const { stepTitle } = await api(intakeEndpoints.decideReview, {
        params: { batch, unit: unit?.id ?? '' },
        body: { outcome: 'accepted', reason },
        command,
      })
      rememberDecided(path)
      return { ok: true, again: false, sentence: `已通过，现处“${stepTitle}”` }
    } catch (error) {
      const again = !(error instanceof ApiError) || error.status === 0 || error.status >= 500
      return { ok: false, again, sentence: error instanceof Error ? error.message : '没有办成，请重试。' }
    }
  }
  const go = async () => {
    setSending(true)
    // One after the other: what failed is plain, and a small county's functions are not flooded.
    for (const item of left) {
      const result = await accept(item)
      setResults((all) => ({ ...all, [item.path]: result }))
    }
    setSending(false)
    void queries.invalidateQueries()
  }
  const failed = items.filter(({ path }) => results[path]?.ok === false).length
  return (
    <Modal
      open
      width={640}
      title={`通过${items.length}件申请的初审`}
      onCancel={close}
      closable={!sending}
      mask={{ closable: false }}
      footer={
        <Flex gap={8} justify="end">
          <Button onClick={close} disabled={sending}>
            {done ? '关闭' : '取消'}
          </Button>
          {left.length > 0 && (
            <Button type="primary" loading={sending} disabled={!reason.trim()} onClick={() => void go()}>
              {done ? `重试没有回音的${left.length}件` : `确认通过${items.length}件`}
            </Button>
          )}
        </Flex>
      }
    >
      <Flex vertical gap={12}>
        {!done && (
          <>
            <Typography.Text>以下单位用同一条意见通过初审。结论作出后，单位即可看到。</Typography.Text>
            <Flex gap={4} wrap>
              {phrases
                .filter(({ outcome }) => outcome === 'accepted')
                .map(({ title, text }) => (
                  <Button key={title} size="small" title={text} onClick={() => setReason(text)}>
                    {title}
                  </Button>
                ))}
            </Flex>
            <Input.TextArea
              aria-label="共同意见"
              placeholder="共同意见和理由"
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={1000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </>
        )}
        {done && !sending && (
          <Alert
            type={failed === 0 ? 'success' : 'warning'}
            showIcon
            role="status"
            title={
              failed === 0 ? `${items.length}件全部通过。` : `${items.length - failed}件已通过，${failed}件没有办成。`
            }
          />
        )}
        <ol style={{ margin: 0, maxHeight: 320, overflow: 'auto', paddingInlineStart: 32 }}>
          {items.map(({ path, title }) => (
            <li key={path}>
              <Typography.Text>{title}</Typography.Text>
              {results[path] && (
                <Typography.Text type={results[path].ok ? 'success' : 'danger'}>
                  {' '}
                  {results[path].sentence}
                </Typography.Text>
              )}
            </li>
          ))}
        </ol>
      </Flex>
    </Modal>
  )
}
