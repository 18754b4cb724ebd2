/** What the officer decides: checklist, conclusion, opinion. One click on a phrase fills in all three. */
import { Alert, Button, Checkbox, DatePicker, Flex, Input, Popconfirm, Radio, Tag, Typography } from 'antd'
import dayjs from 'dayjs'
import { useRef, useState } from 'react'
import type { OfferedCommand } from '#contracts/case-page.ts'
import { PhraseEditor } from './phrase-editor.tsx'
import { type Phrase, usePhrases } from './phrases.ts'
import { type Draft, OUTCOMES } from './review-draft.ts'
import { useShortcuts } from './use-shortcuts.ts'

type Props = {
  person: string
  unitName: string
  offered: OfferedCommand
  draft: Draft
  change: (more: Partial<Draft>) => void
  refused: { readonly message: string; readonly fields: Readonly<Record<string, string>> } | undefined
  sending: boolean
  decide: () => void
  submit: string
}
const ORDER = ['accepted', 'returned', 'refused'] as const
const MAX = 1000

export function DecidePanel({ person, unitName, offered, draft, change, refused, sending, decide, submit }: Props) {
  const { phrases, keep } = usePhrases(person)
  const [editing, setEditing] = useState(false)
  const [asking, setAsking] = useState(false)
  const opinion = useRef<HTMLTextAreaElement>(null)
  const { outcome, reason, checklist, reopens, lastDay } = draft
  const choicesOf = (name: string) => offered.fields.find((field) => field.name === name)?.choices ?? []
  const points = choicesOf('checklist')
  const tickAll = (yes: boolean) => Object.fromEntries(points.map(({ value }) => [value, yes]))
  const unticked = checklist ? points.filter(({ value }) => !checklist[value]).length : 0
  const use = ({ outcome: chosen, text, allPoints }: Phrase) =>
    change({ outcome: chosen, reason: text, ...(allPoints && { checklist: tickAll(true) }) })
  const firstOf = (wanted: (typeof ORDER)[number]) => () => {
    const phrase = phrases.find((one) => one.outcome === wanted)
    if (phrase) use(phrase)
    else change({ outcome: wanted })
  }
  const asked = choicesOf('reopens').flatMap(({ value, label }) => (reopens.includes(value) ? [label] : []))
  const lacking = [
    ...(outcome ? [] : ['结论']),
    ...(outcome === 'returned' && reopens.length === 0 ? ['要退回的问题（在左侧勾选）'] : []),
    ...(reason.trim() ? [] : ['意见']),
  ]
  const ask = () => {
    if (lacking.length === 0 && !sending) setAsking(true)
  }
  useShortcuts({
    'Ctrl+Enter': ask,
    'Alt+Y': firstOf('accepted'),
    'Alt+T': firstOf('returned'),
    'Alt+O': () => opinion.current?.focus(),
  })
  return (
    <Flex vertical gap={10} style={{ minHeight: '100%' }}>
      <div>
        <Flex justify="space-between" align="center">
          <Typography.Text strong>核对清单</Typography.Text>
          <Button
            type="link"
            size="small"
            onClick={() => change({ checklist: tickAll(unticked > 0 || checklist === undefined) })}
          >
            {checklist && unticked === 0 ? '全部取消' : '全部符合'}
          </Button>
        </Flex>
        <Flex vertical>
          {points.map(({ value, label }) => (
            <Checkbox
              key={value}
              style={{ fontSize: 13, lineHeight: '20px' }}
              checked={checklist?.[value] ?? false}
              // Whoever answers one point has looked at the list: the others stand at "no".
              onChange={({ target }) =>
                change({ checklist: { ...tickAll(false), ...checklist, [value]: target.checked } })
              }
            >
              {label}
            </Checkbox>
          ))}
        </Flex>
      </div>
      <div>
        <Flex justify="space-between" align="center">
          <Typography.Text strong>结论和常用意见</Typography.Text>
          <Button type="link" size="small" onClick={() => setEditing(true)}>
            编辑常用意见
          </Button>
        </Flex>
        <Radio.Group
          aria-label="初审结论"
          value={outcome}
          onChange={({ target }) => change({ outcome: target.value })}
          style={{ width: '100%' }}
        >
          <Flex vertical gap={4}>
            {ORDER.map((value) => (
              <Flex key={value} gap={4} align="start">
                <Radio value={value} style={{ flex: '0 0 96px', marginInlineEnd: 0 }}>
                  {OUTCOMES[value]}
                </Radio>
                <Flex gap={4} wrap>
                  {phrases
                    .filter((one) => one.outcome === value)
                    .map((one) => (
                      <Button key={`${one.title} ${one.text}`} size="small" title={one.text} onClick={() => use(one)}>
                        {one.title}
                      </Button>
                    ))}
                </Flex>
              </Flex>
            ))}
          </Flex>
        </Radio.Group>
      </div>
      {outcome === 'returned' && (
        <Flex vertical gap={4}>
          <div>
            退回的问题：
            {reopens.length === 0 && <Typography.Text type="warning">请在左侧勾选</Typography.Text>}
            {choicesOf('reopens')
              .filter(({ value }) => reopens.includes(value))
              .map(({ value, label }) => (
                <Tag
                  key={value}
                  closable
                  onClose={(event) => {
                    event.preventDefault()
                    change({ reopens: reopens.filter((one) => one !== value) })
                  }}
                >
                  {label}
                </Tag>
              ))}
          </div>
          <Flex gap={8} align="center">
            <label htmlFor="review-last-day">补正截止</label>
            <DatePicker
              id="review-last-day"
              size="small"
              placeholder="按通知规定"
              value={lastDay ? dayjs(lastDay) : null}
              onChange={(date) => change({ lastDay: date ? date.format('YYYY-MM-DD') : undefined })}
            />
          </Flex>
          {refused?.fields.lastDay && <Typography.Text type="danger">{refused.fields.lastDay}</Typography.Text>}
        </Flex>
      )}
      <div>
        <label htmlFor="review-reason">
          <Typography.Text strong>意见和理由</Typography.Text>
        </label>
        <Input.TextArea
          id="review-reason"
          ref={(field) => {
            opinion.current = field?.resizableTextArea?.textArea ?? null
          }}
          value={reason}
          maxLength={MAX}
          autoSize={{ minRows: 3, maxRows: 8 }}
          status={refused?.fields.reason ? 'error' : ''}
          onChange={({ target }) => change({ reason: target.value })}
        />
      </div>
      {refused && <Alert type="error" showIcon role="alert" title={refused.message} />}
      <div style={{ position: 'sticky', bottom: 0, background: 'white', paddingBlock: 8, marginTop: 'auto' }}>
        <Popconfirm
          open={asking}
          onOpenChange={(open) => !open && setAsking(false)}
          title={`${unitName}：${outcome ? OUTCOMES[outcome] : ''}`}
          styles={{ root: { maxWidth: 340 } }}
          description={
            <>
              {outcome === 'accepted' && unticked > 0 && <div>核对清单还有{unticked}项没有勾选。</div>}
              {outcome === 'returned' && <div>退回：{asked.join('、')}</div>}
              <div>意见：{reason.length > 60 ? `${reason.slice(0, 60)}……` : reason}</div>
              <Typography.Text type="secondary">{offered.confirm}</Typography.Text>
            </>
          }
          okText="确定办理"
          cancelText="再看看"
          okButtonProps={{ autoFocus: true }}
          onConfirm={() => {
            setAsking(false)
            decide()
          }}
          onCancel={() => setAsking(false)}
        >
          <Button type="primary" block loading={sending} disabled={lacking.length > 0} onClick={ask}>
            {submit}
          </Button>
        </Popconfirm>
        {lacking.length > 0 && (
          <Typography.Text type="secondary" style={{ fontSize: 13 }}>
            还缺：{lacking.join('、')}
          </Typography.Text>
        )}
      </div>
      {editing && <PhraseEditor phrases={phrases} keep={keep} close={() => setEditing(false)} />}
    </Flex>
  )
}
