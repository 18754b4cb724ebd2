/** What is decided, or proposed: checklist, conclusion, opinion. One click on a phrase fills in all three. */
import { useQueryClient } from '@tanstack/react-query'
import { Button, Flex, Popconfirm, Typography } from 'antd'
import { type ReactNode, useState } from 'react'
import { dateOf } from '#calendar/deadline.ts'
import { instantOf } from '#calendar/instant.ts'
import { saidDay } from '#calendar/said.ts'
import type { OfferedCommand } from '#contracts/case-page.ts'
import { isDay } from '#contracts/forms.ts'
import { whySaysNothing } from '#contracts/sentences.ts'
import { ASSESSMENT } from '#procedure/self-assessment.ts'
import { whyAtOdds } from '#steps/judgement/at-odds.ts'
import { tidyText } from '#typed/line.ts'
import { isBlank } from '#typed/unseen.ts'
import type { About } from '../forms/kept-values.ts'
import { OnlyHere } from '../forms/only-here.tsx'
import { Refused } from '../forms/refused.tsx'
import { TypedText } from '../forms/typed-text.tsx'
import { excessOf, saidExcess, whyUnread } from '../forms/typed-value.ts'
import { serverNowIn } from '../shell/server-now.ts'
import { choicesOf, type Draft, type Effect, JUDGING_LABELS, outcomesOf } from './judging-draft.ts'
import { OutcomeRows } from './outcome-rows.tsx'
import { PhraseEditor } from './phrase-editor.tsx'
import { type Phrase, usePhrases, withoutPhrase, withPhrase } from './phrases.ts'
import { Points, tickAll } from './points.tsx'
import { ReturnFields } from './return-fields.tsx'
import { useShortcuts } from './use-shortcuts.ts'

export type Refusal = { readonly message: string; readonly fields: Readonly<Record<string, string>> }
type Props = {
  person: string
  unitName: string
  /** Whose case it is. */
  of: { readonly batch: string; readonly unit: string }
  offered: OfferedCommand
  /** Under which the draft is kept in this browser. */
  kept: string
  /** The stay that was looked at. */
  about: About
  draft: Draft
  change: (more: Partial<Draft>) => void
  refused: Refusal | undefined
  sending: boolean
  /** `despite`: its contradiction was shown, and it is meant so. */
  decide: (despite: boolean) => void
  submit: string
  /** What stands there by now, to be opened where this was refused for it. */
  standing?: ReactNode
}
const MAX = 1000
const OPINION = 'judging-reason'
/** Until when, as it is asked before it counts. */
const saidLastDay = (day: string | undefined): string =>
  day !== undefined && isDay(day) ? `${saidDay(day)}24时` : '按通知规定'

/** Said before anything is asked; the county says the same, and what only it knows. */
const whyPassed = (day: string | undefined, today: string): string | undefined =>
  day !== undefined && isDay(day) && day < today ? `补正截止日期不能早于今天（${saidDay(today)}）` : undefined

export function DecidePanel({
  person,
  unitName,
  of,
  offered,
  kept,
  about,
  draft,
  change,
  refused,
  sending,
  decide,
  submit,
  standing,
}: Props) {
  const { phrases, keep } = usePhrases(person)
  const [editing, setEditing] = useState(false)
  const [asking, setAsking] = useState<'byKeys' | 'byButton'>()
  const { outcome, reason, checklist, reopens } = draft
  const points = choicesOf(offered, 'checklist')
  const outcomes = outcomesOf(offered)
  const chosen = outcomes.find(({ value }) => value === outcome)
  const atOdds = whyAtOdds(chosen?.effect, chosen?.label ?? '', {
    checklist: checklist && { ...tickAll(points, false), ...checklist },
    reason,
  })
  const choose = (value: string) =>
    change({
      outcome: value,
      reason: withoutPhrase(reason, outcomes.find((one) => one.value === value)?.effect, phrases),
    })
  const use = (value: string, { text, allPoints }: Phrase) =>
    change({
      outcome: value,
      reason: withPhrase(reason, text, phrases),
      ...(allPoints && { checklist: tickAll(points, true) }),
    })
  const firstOf = (effect: Effect) => () => {
    const wanted = outcomes.find((one) => one.effect === effect)
    const phrase = phrases.find((one) => one.effect === effect)
    if (wanted && phrase) use(wanted.value, phrase)
    else if (wanted) choose(wanted.value)
  }
  const questions = choicesOf(offered, 'reopens').filter(({ value }) => reopens.includes(value))
  const isReturn = chosen?.effect === 'back'
  const excess = excessOf(reason, MAX)
  const unread = whyUnread('date', draft.lastDay) !== undefined
  const passed = whyPassed(isReturn ? draft.lastDay : undefined, dateOf(instantOf(serverNowIn(useQueryClient()))))
  // 同意 is an opinion; whoever returns or refuses explains it.
  const says = chosen && chosen.effect !== 'on' ? 'sentence' : 'words'
  const unsaid = whySaysNothing(says, '意见和理由', tidyText(reason))
  const lacking = [
    ...(chosen ? [] : ['结论']),
    ...(isReturn && questions.length === 0 ? ['需补正的栏目（在左侧勾选）'] : []),
    ...(isBlank(reason) ? ['意见'] : []),
    ...(unsaid ? [`意见（${unsaid}）`] : []),
    ...(excess > 0 ? [`删减意见（${saidExcess(excess, MAX)}）`] : []),
    ...(isReturn && unread ? ['可识别的补正截止日期'] : []),
    ...(passed ? ['没有过去的补正截止日期'] : []),
  ]
  // A proposal can be changed and is read by somebody else: only what stands out is asked about.
  const isAsked = offered.confirm !== undefined || atOdds !== undefined
  const ask = (how: 'byKeys' | 'byButton') => {
    if (lacking.length > 0 || sending) return
    if (isAsked) setAsking(how)
    else decide(false)
  }
  useShortcuts({
    'Ctrl+Enter': () => ask('byKeys'),
    'Alt+Y': firstOf('on'),
    'Alt+T': firstOf('back'),
    'Alt+O': () => document.getElementById(OPINION)?.focus(),
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
        choose={choose}
        edit={() => setEditing(true)}
      />
      {isReturn && (
        <ReturnFields
          questions={questions}
          indicators={reopens.includes(ASSESSMENT.name) ? { ...of, ids: draft.indicators ?? [] } : undefined}
          leaveOut={(id) => change({ indicators: draft.indicators?.filter((one) => one !== id) })}
          lastDay={draft.lastDay}
          wrong={passed ?? refused?.fields.lastDay}
          take={(name) => change({ reopens: reopens.filter((one) => one !== name) })}
          put={(lastDay) => change({ lastDay })}
        />
      )}
      <div>
        <label htmlFor={OPINION}>
          <Typography.Text strong>意见和理由</Typography.Text>
        </label>
        <TypedText
          id={OPINION}
          value={reason}
          most={MAX}
          rows={{ minRows: 3, maxRows: 8 }}
          wrong={refused?.fields.reason !== undefined || unsaid !== undefined}
          onChange={(text) => change({ reason: text })}
        />
      </div>
      {refused && standing}
      {refused && <Refused refused={refused} shown={isReturn ? ['lastDay'] : []} />}
      <div
        className="not-printed"
        style={{ position: 'sticky', bottom: 0, background: 'white', paddingBlock: 8, marginTop: 'auto' }}
      >
        <Popconfirm
          open={asking !== undefined}
          destroyOnHidden
          // Above the button it would cover what it asks about.
          placement="leftBottom"
          onOpenChange={(open) => !open && setAsking(undefined)}
          title={`${unitName}：${chosen?.label ?? ''}`}
          styles={{ root: { maxWidth: 340 } }}
          description={
            <>
              {atOdds && (
                <Typography.Text type="warning" strong>
                  {atOdds}，请核对；确实如此的，写明理由后确认。
                </Typography.Text>
              )}
              {isReturn && <div>退回：{questions.map(({ label }) => label).join('、')}</div>}
              {isReturn && <div>补正截止：{saidLastDay(draft.lastDay)}</div>}
              <div>意见：{reason.length > 60 ? `${reason.slice(0, 60)}……` : reason}</div>
              <Typography.Text type="secondary">{offered.confirm}</Typography.Text>
            </>
          }
          okText="确定办理"
          cancelText="取消"
          // Enter on the button asks; the next Enter must not answer. After Ctrl+Enter it is another key, let go and pressed.
          {...(asking === 'byKeys'
            ? { okButtonProps: { autoFocus: true, onKeyDown: (key) => key.repeat && key.preventDefault() } }
            : { cancelButtonProps: { autoFocus: true } })}
          onConfirm={() => {
            setAsking(undefined)
            decide(atOdds !== undefined)
          }}
          onCancel={() => setAsking(undefined)}
        >
          <Button type="primary" block loading={sending} disabled={lacking.length > 0} onClick={() => ask('byButton')}>
            {submit}
          </Button>
        </Popconfirm>
        <OnlyHere form={kept} values={draft} labels={JUDGING_LABELS} about={about} />
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
