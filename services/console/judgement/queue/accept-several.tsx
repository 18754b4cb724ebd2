/** Several cases accepted, or proposed for acceptance, with one opinion; each with a result of its own. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Flex, Modal, Typography } from 'antd'
import { useState } from 'react'
import { intakeEndpoints } from '#contracts/intake.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import type { WorkItem } from '#contracts/views.ts'
import { isBlank } from '#typed/line.ts'
import { TypedText } from '../../forms/typed-text.tsx'
import { excessOf } from '../../forms/typed-value.ts'
import { useApi } from '../../session/api.ts'
import { outcomesOf } from '../judging-draft.ts'
import { offersOf } from '../offers.ts'
import { usePhrases } from '../phrases.ts'
import { CaseLink, ManyFooter, ManyResult, useMany } from './one-by-one.tsx'

/** `command`: 'draft-decision' where somebody else signs, 'decide-step' where one person decides. */
export type SeveralToAccept = Pick<WorkItem, 'batch' | 'step' | 'unit' | 'path' | 'title' | 'command' | 'pending'>
const MAX = 1000
type Props = { items: readonly SeveralToAccept[]; close: () => void }

/** The outcome that leads on, as the first case's step has it. */
function useAcceptance(first: SeveralToAccept | undefined) {
  const api = useApi()
  const [batch, unit] = [first?.batch ?? '', first?.unit?.id ?? '']
  const { data, error } = useQuery({
    queryKey: ['case', batch, unit],
    queryFn: () => api(intakeEndpoints.readCase, { params: { batch, unit } }),
    select: (page) => {
      const { decide, propose } = offersOf(page)
      const offered = first?.command === 'decide-step' ? decide : propose
      return {
        outcome: offered && outcomesOf(offered).find(({ effect }) => effect === 'on'),
        stepTitle: page.stepTitle,
      }
    },
  })
  // Once it is known: the first case moves on while the others are still sent.
  const [known, keep] = useState<typeof data>()
  if (data?.outcome && !known) keep(data)
  return { data: known ?? data, error: known ? null : error }
}

export default function AcceptSeveral({ items, close }: Props) {
  const api = useApi()
  const me = useQuery({ queryKey: ['me'], queryFn: () => api(rosterEndpoints.readMe) })
  const { phrases } = usePhrases(me.data?.person ?? '')
  const [reason, setReason] = useState('')
  const [first] = items
  const { data, error } = useAcceptance(first)
  const drafts = first?.command === 'draft-decision'
  const outcome = data?.outcome
  const many = useMany(items, async ({ batch, step, unit, command }, click) => {
    const endpoint = command === 'draft-decision' ? intakeEndpoints.draftDecision : intakeEndpoints.decideStep
    const params = { batch, step, unit: unit?.id ?? '' }
    const { stepTitle } = await api(endpoint, {
      params,
      body: { outcome: outcome?.value ?? '', reason },
      command: click,
    })
    return command === 'draft-decision' ? '已拟办，等待签发' : `已办理，现处“${stepTitle}”`
  })
  const verb = drafts ? `拟办“${outcome?.label ?? ''}”` : (outcome?.label ?? '')
  return (
    <Modal
      open
      width={640}
      title={`${data?.stepTitle ?? ''}：${items.length}件${verb}`}
      onCancel={close}
      closable={!many.sending}
      mask={{ closable: false }}
      footer={
        <ManyFooter many={many} close={close}>
          <Button
            type="primary"
            loading={many.sending}
            disabled={isBlank(reason) || excessOf(reason, MAX) > 0 || !outcome}
            onClick={many.go}
          >
            {many.done ? `重试未收到系统反馈的${many.left.length}件` : `确认${verb}${items.length}件`}
          </Button>
        </ManyFooter>
      }
    >
      <Flex vertical gap={12}>
        {error && <Alert type="error" showIcon role="alert" title={error.message} />}
        {data && !outcome && (
          <Alert type="warning" showIcon role="alert" title="这些申报件的情况已有变化，请关闭后刷新列表再办。" />
        )}
        {!many.done && (
          <>
            <Typography.Text>
              以下单位用同一条意见{drafts ? '拟办，由负责人签发后生效' : '办理；结论作出后，单位即可看到'}。
            </Typography.Text>
            <Flex gap={4} wrap>
              {phrases
                .filter(({ effect }) => effect === 'on')
                .map(({ title, text }) => (
                  <Button key={title} size="small" title={text} onClick={() => setReason(text)}>
                    {title}
                  </Button>
                ))}
            </Flex>
            <TypedText
              label="共同意见"
              placeholder="共同意见和理由"
              rows={{ minRows: 2, maxRows: 6 }}
              most={MAX}
              value={reason}
              onChange={setReason}
            />
          </>
        )}
        <ManyResult many={many} said={drafts ? '拟办' : '办理'} />
        <ol style={{ margin: 0, maxHeight: 320, overflow: 'auto', paddingInlineStart: 32 }}>
          {items.map((item) => (
            <li key={item.path}>
              <CaseLink item={item} isStill={!many.sending} />
              {many.results[item.path] && (
                <Typography.Text type={many.results[item.path]?.ok ? 'success' : 'danger'}>
                  {' '}
                  {many.results[item.path]?.sentence}
                </Typography.Text>
              )}
            </li>
          ))}
        </ol>
      </Flex>
    </Modal>
  )
}
