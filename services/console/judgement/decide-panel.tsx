/** What is decided, or proposed: checklist, conclusion, opinion. One click on a phrase fills in all three. */
import { Alert, Button, Flex, Input, Popconfirm, Typography } from 'antd'
import { useRef, useState } from 'react'
import type { OfferedCommand } from '#contracts/case-page.ts'
import { choicesOf, type Draft, type Effect, outcomesOf } from './judging-draft.ts'
import { OutcomeRows } from './outcome-rows.tsx'
import { PhraseEditor } from './phrase-editor.tsx'
import { type Phrase, usePhrases } from './phrases.ts'
import { Points, tickAll } from './points.tsx'
import { ReturnFields } from './return-fields.tsx'
import { useShortcuts } from './use-shortcuts.ts'

export type Refusal = { readonly message: string; readonly fields: Readonly<Record<string, string>> }
type Props = {
  person: string
  unitName: string
  offered: OfferedCommand
  draft: Draft
  change: (more: Partial<Draft>) => void
  refused: Refusal | undefined
  sending: boolean
  decide: () => void
  submit: string
}
const MAX = 1000

export function DecidePanel({ person, unitName, offered, draft, change, refused, sending, decide, submit }: Props) {
  const { phrases, keep } = usePhrases(person)
  const [editing, setEditing] = useState(false)
  const [asking, setAsking] = useState(false)
  const opinion = useRef<HTMLTextAreaElement>(null)
  const { outcome, reason, checklist, reopens } = draft
  const points = choicesOf(offered, 'checklist')
  const outcomes = outcomesOf(offered)
  const chosen = outcomes.find(({ value }) => value === outcome)
  const unticked = checklist ? points.filter(({ value }) => !checklist[value]).length : 0
  const use = (value: string, { text, allPoints }: Phrase) =>
    change({ outcome: value, reason: text, ...(allPoints && { checklist: tickAll(points, true) }) })
  const firstOf = (effect: Effect) => () => {
    const wanted = outcomes.find((one) => one.effect === effect)
    const phrase = phrases.find((one) => one.effect === effect)
    if (wanted && phrase) use(wanted.value, phrase)
    else if (wanted) change({ outcome: wanted.value })
  }
  const questions = choicesOf(offered, 'reopens').filter(({ value }) => reopens.includes(value))
  const isReturn = chosen?.effect === 'back'
  const lacking = [
    ...(chosen ? [] : ['结论']),
    ...(isReturn && questions.length === 0 ? ['需补正的栏目（在左侧勾选）'] : []),
    ...(reason.trim() ? [] : ['意见']),
  ]
  // A proposal can be changed and is read by somebody else: only what stands out is asked about.
  const isAsked = offered.confirm !== undefined || (chosen?.effect === 'on' && unticked > 0)
  const ask = () => {
    if (lacking.length > 0 || sending) return
    if (isAsked) setAsking(true)
    else decide()
  }
  useShortcuts({
    'Ctrl+Enter': ask,
    'Alt+Y': firstOf('on'),
    'Alt+T': firstOf('back'),
    'Alt+O': () => opinion.current?.focus(),
  })
  return (
    <Flex vertical gap={10} style={{ minHeight: '100%' }}>
      <Points
        label={offered.fields.find(({ name }) => name === 'checklist')?.label ?? ''}
        points={points}
        checklist={checklist}
        change={(next) => change({ checklist: next })}
      />
      <OutcomeRows
        label={offered.fields.find(({ name }) => name === 'outcome')?.label ?? '结论'}
        {...{ outcomes, phrases, outcome, use }}
        choose={(value) => change({ outcome: value })}
        edit={() => setEditing(true)}
      />
      {isReturn && (
        <ReturnFields
          questions={questions}
          lastDay={draft.lastDay}
          wrong={refused?.fields.lastDay}
          take={(name) => change({ reopens: reopens.filter((one) => one !== name) })}
          put={(lastDay) => change({ lastDay })}
        />
      )}
      <div>
        <label htmlFor="judging-reason">
          <Typography.Text strong>意见和理由</Typography.Text>
        </label>
        <Input.TextArea
          id="judging-reason"
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
          title={`${unitName}：${chosen?.label ?? ''}`}
          styles={{ root: { maxWidth: 340 } }}
          description={
            <>
              {chosen?.effect === 'on' && unticked > 0 && <div>核对清单还有{unticked}项没有勾选。</div>}
              {isReturn && <div>退回：{questions.map(({ label }) => label).join('、')}</div>}
              <div>意见：{reason.length > 60 ? `${reason.slice(0, 60)}……` : reason}</div>
              <Typography.Text type="secondary">{offered.confirm}</Typography.Text>
            </>
          }
          okText="确定办理"
          cancelText="取消"
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
