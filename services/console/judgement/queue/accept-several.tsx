/** Several cases accepted, or proposed for acceptance, with one opinion; each with a result of its own. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Flex, Modal, Popconfirm, Typography } from 'antd'
import { useState } from 'react'
import { intakeEndpoints } from '#contracts/intake.ts'
import { readMe } from '#contracts/read-me.ts'
import { whySaysNothing } from '#contracts/sentences.ts'
import type { WorkItem } from '#contracts/views.ts'
import { whyAtOdds } from '#steps/judgement/at-odds.ts'
import { tidyText } from '#typed/line.ts'
import { isBlank } from '#typed/unseen.ts'
import { useAskToClose } from '../../forms/ask-to-close.ts'
import { saidWhole } from '../../forms/refusal.ts'
import { TypedText } from '../../forms/typed-text.tsx'
import { excessOf } from '../../forms/typed-value.ts'
import { useApi } from '../../session/api.ts'
import { usePhrases, withPhrase } from '../phrases.ts'
import { AcceptedGroup } from './accepted-group.tsx'
import { LeftOut } from './left-out.tsx'
import { grouped, isDraft } from './many-groups.ts'
import { ManyFooter, ManyResult, useMany } from './one-by-one.tsx'
import { useAcceptances } from './use-acceptances.ts'

const MAX = 1000
/** `command`: 'draft-decision' where somebody else signs, 'decide-step' where one person decides. */
type Props = {
  items: readonly WorkItem[]
  /** What was not taken along, because something beside its step is still to be decided. */
  leftOut: readonly WorkItem[]
  close: (isDone: boolean) => void
}

export default function AcceptSeveral({ items, leftOut, close }: Props) {
  const api = useApi()
  const me = useQuery({ queryKey: ['me'], queryFn: () => api(readMe) })
  const { phrases } = usePhrases(me.data?.person ?? '')
  const [reason, setReason] = useState('')
  const [asking, setAsking] = useState(false)
  // As they were chosen: what a list says later changes nothing about what was asked here.
  const [groups] = useState(() => grouped(items))
  const { of, error } = useAcceptances(groups)
  const many = useMany(items, async (item, click) => {
    const { batch, step, unit, path, visit } = item
    const group = groups.find((one) => one.items.some((other) => other.path === path))
    const outcome = group && of(group)?.outcome
    if (!group || !outcome || visit === undefined) throw new Error('这件的情况已有变化，请刷新列表再办。')
    const endpoint = isDraft(group) ? intakeEndpoints.draftDecision : intakeEndpoints.decideStep
    const params = { batch, step, unit: unit?.id ?? '' }
    const despite = whyAtOdds('on', outcome.label, { reason }) !== undefined
    const body = { outcome: outcome.value, reason, visit, ...(despite && { despite: true as const }) }
    const { stepTitle } = await api(endpoint, { params, body, command: click })
    return isDraft(group) ? '已拟办，等待签发' : `已办理，现处“${stepTitle}”`
  })
  const mixed = groups.some(isDraft) && !groups.every(isDraft)
  const verbs = groups.map((group) => {
    const label = of(group)?.outcome?.label ?? ''
    const verb = isDraft(group) ? `拟办“${label}”` : mixed ? `办结“${label}”` : label
    return { group, verb, count: group.items.length }
  })
  // Two batches of which the same is to become are said together.
  const sums = [...new Set(verbs.map(({ verb }) => verb))].map((verb) => ({
    verb,
    count: verbs.reduce((sum, one) => (one.verb === verb ? sum + one.count : sum), 0),
  }))
  const stepTitle = groups[0]?.stepTitle ?? ''
  const ready = groups.every((group) => of(group)?.outcome)
  const changed = groups.filter((group) => of(group) && !of(group)?.outcome)
  const unchecked = groups.reduce((sum, group) => (of(group)?.hasChecklist ? sum + group.items.length : sum), 0)
  const atOdds = whyAtOdds('on', sums[0]?.verb ?? '', { reason: tidyText(reason) })
  const unsaid = whySaysNothing('words', '共同意见', tidyText(reason))
  // A phrase is there again by one click.
  const isTyped = !isBlank(reason) && !phrases.some(({ text }) => text === reason)
  const askToClose = useAskToClose(!many.done && isTyped, () => close(many.done))
  const go = () => {
    setAsking(false)
    many.go()
  }
  return (
    <Modal
      open
      width={640}
      title={`${stepTitle}：${sums.map(({ verb, count }) => `${count}件${verb}`).join('、')}`}
      onCancel={askToClose}
      closable={!many.sending}
      mask={{ closable: false }}
      footer={
        <ManyFooter many={many} close={askToClose}>
          <Popconfirm
            open={asking}
            onOpenChange={(open) => !open && setAsking(false)}
            title={[...(atOdds ? [atOdds] : []), ...(unchecked > 0 ? [`${unchecked}件没有填写核对清单`] : [])].join(
              '；',
            )}
            description={`${unchecked > 0 ? '一并办理不填核对清单；要逐项核对的，请逐件办理。' : '请核对共同意见。'}是否仍要办理？`}
            okText="确定办理"
            cancelText="取消"
            // Enter on the button asks; the next Enter must not answer.
            cancelButtonProps={{ autoFocus: true }}
            destroyOnHidden
            onConfirm={go}
            onCancel={() => setAsking(false)}
          >
            <Button
              type="primary"
              loading={many.sending}
              disabled={isBlank(reason) || unsaid !== undefined || excessOf(reason, MAX) > 0 || !ready}
              onClick={() => ((unchecked > 0 || atOdds) && !many.done ? setAsking(true) : go())}
            >
              {many.done
                ? `重试未收到系统反馈的${many.left.length}件`
                : `确认${sums.map(({ verb, count }) => `${verb}${count}件`).join('、')}`}
            </Button>
          </Popconfirm>
        </ManyFooter>
      }
    >
      <Flex vertical gap={12}>
        {error && <Alert type="error" showIcon role="alert" title={saidWhole(error)} />}
        {changed.map(({ key, batch }) => (
          <Alert
            key={key}
            type="warning"
            showIcon
            role="alert"
            title={`批次${batch}的这些申报件情况已有变化，请关闭后刷新列表再办。`}
          />
        ))}
        {!many.done && (
          <>
            <LeftOut items={leftOut} isStill={!many.sending} />
            <Flex gap={4} wrap>
              {phrases
                .filter(({ effect }) => effect === 'on')
                .map(({ title, text }) => (
                  <Button
                    key={title}
                    size="small"
                    title={text}
                    onClick={() => setReason(withPhrase(reason, text, phrases))}
                  >
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
              wrong={unsaid !== undefined}
              onChange={setReason}
            />
            {unsaid && <Typography.Text type="danger">{unsaid}</Typography.Text>}
          </>
        )}
        {groups.map((group) => (
          <ManyResult
            key={group.key}
            many={{ ...many, items: group.items }}
            of={groups.length > 1 ? `批次${group.batch}：` : ''}
            said={isDraft(group) ? '拟办' : '办理'}
          />
        ))}
        {verbs.map(({ group, verb }) => (
          <AcceptedGroup key={group.key} group={group} verb={verb} many={many} hasChecklist={of(group)?.hasChecklist} />
        ))}
      </Flex>
    </Modal>
  )
}
