import { expect, it } from 'vitest'
import {
  AT_MEETING,
  AT_NOTICE,
  CLERK,
  day,
  HEAD,
  headSigned,
  IN_REVIEW,
  LATE,
  LEGAL,
  LISTED,
  legalSigned,
  MEND,
  NAMED,
  OFFICE_HEAD,
  OFFICER,
  RETURNED,
  SECOND,
  saved,
  sha,
  submitted,
} from '../../test/given/cases.ts'
import { given } from '../../test/given/given.ts'
import { saveApplication } from './apply-for-creation.ts'
import { caseKind, hasEnded, isOpen } from './case.ts'
import type { CaseEvent } from './case-events.ts'
import { type Correction, correctReview } from './correct-review.ts'
import { lapse } from './lapse.ts'
import { decideReview } from './review.ts'
import { confirmVeto, raiseVeto } from './veto.ts'
import { withdraw } from './withdraw.ts'

const second = { by: SECOND, received: day(7) }
const correct = (change: Partial<Correction> = {}, asked = second) =>
  correctReview({ outcome: 'refused', reason: '不在创建范围内。', corrects: 2, listed: false, ...change }, asked)
const givingBack = { outcome: 'returned', reason: '缺工作计划。', reopens: ['project'], lateFrom: MEND } as const
const corrected = {
  type: 'corrected',
  v: 1,
  at: day(7),
  by: SECOND,
  step: 'review',
  corrects: 2,
  visit: 3,
  outcome: 'refused',
  to: 'refused',
  reason: '不在创建范围内。',
  covers: sha('d'),
} satisfies CaseEvent
const REFUSED: readonly CaseEvent[] = [
  ...IN_REVIEW,
  ...given(caseKind, ...IN_REVIEW).when(
    decideReview({ outcome: 'refused', reason: '不符。' }, { by: OFFICER, received: day(5) }),
  ),
]
/** What the clerk changes after the return of cases.ts, where `creationPlan` and `reason` are open. */
const MENDED = saved({ answers: { ...answersNow(), reason: sha('8') }, digest: sha('e') })

function answersNow() {
  const { form } = given(caseKind, ...RETURNED).state
  return form?.answers ?? {}
}

it('replaces what another officer decided, and the case goes where the new decision leads', () => {
  const { when } = given(caseKind, ...AT_NOTICE)
  expect(when(correct())).toEqual([corrected])
  const { state } = given(caseKind, ...AT_NOTICE, corrected)
  expect([state.step, state.visit, hasEnded(state)]).toEqual(['refused', 4, true])
})

it('opens an ended case again', () => {
  const { when } = given(caseKind, ...REFUSED)
  const accepted = when(correct({ outcome: 'accepted', reason: '在创建范围内。' }))
  const { state } = given(caseKind, ...REFUSED, ...accepted)
  expect([state.step, isOpen(state), state.last]).toEqual(['notice', true, accepted[0]])
})

it('returns instead: with questions and a date of its own', () => {
  const { when, refused } = given(caseKind, ...AT_NOTICE)
  const given1 = when(correct(givingBack))
  expect(given1).toMatchObject([{ to: 'application', reopens: ['project'], lateFrom: MEND }])
  const { state } = given(caseKind, ...AT_NOTICE, ...given1)
  expect([state.step, state.reopens, state.lateFrom]).toEqual(['application', ['project'], MEND])
  expect(refused(correct({ outcome: 'returned' }))[2]).toEqual({
    reopens: '请选择至少一个需要修改的问题',
    lastDay: '请填写补正截止日期',
  })
  expect(refused(correct({ ...givingBack, lateFrom: day(7) }))[2]).toEqual({ lastDay: '请填写今天或以后的日期' })
})

it('closes the form again that a return had opened, as it was reviewed and signed', () => {
  const { when } = given(caseKind, ...RETURNED, MENDED)
  const { state } = given(caseKind, ...RETURNED, MENDED, ...when(correct({ outcome: 'accepted', reason: '不缺。' })))
  expect(state).toMatchObject({ step: 'notice', form: { digest: sha('d') }, signOffs: { unitHead: { by: HEAD } } })
  expect([state.reopens, state.lateFrom, state.returned]).toEqual([undefined, undefined, undefined])
})

it('brings back what the unit had saved when the case is returned after all, if the return reopens it', () => {
  const away = given(caseKind, ...RETURNED, MENDED).when(correct({ outcome: 'accepted', reason: '不缺。' }))
  const { when } = given(caseKind, ...RETURNED, MENDED, ...away)
  const third = { by: OFFICE_HEAD, received: day(8) }
  const again = (reopens: string[]) => {
    const back = when(correct({ ...givingBack, reopens, corrects: 3 }, third))
    return given(caseKind, ...RETURNED, MENDED, ...away, ...back).state
  }
  expect(again(['reason']).form?.digest).toBe(sha('e'))
  expect(again(['reason']).returned?.digest).toBe(sha('d'))
  expect(again(['project']).form?.digest).toBe(sha('d'))
})

it('lets the unit go on with what it saved when a return only names other questions', () => {
  const more = given(caseKind, ...RETURNED, MENDED).when(correct({ ...givingBack, reopens: ['reason', 'project'] }))
  const { state, when } = given(caseKind, ...RETURNED, MENDED, ...more)
  expect([state.step, state.visit, state.form?.digest]).toEqual(['application', 4, sha('e')])
  const next = { ...saved(), answers: { ...state.form?.answers, project: sha('7') }, digest: sha('f') }
  const { type, v, at, by, ...form } = next as Extract<CaseEvent, { type: 'saved' }>
  expect(when(saveApplication(form, { by: CLERK, received: day(8) }))).toHaveLength(1)
})

it('corrects a correction, by another officer again', () => {
  const { when, refused } = given(caseKind, ...AT_NOTICE, corrected)
  const third = { by: OFFICE_HEAD, received: day(8) }
  expect(when(correct({ outcome: 'accepted', reason: '复核在范围内。', corrects: 3 }, third))).toMatchObject([
    { corrects: 3, visit: 4, by: OFFICE_HEAD, to: 'notice' },
  ])
  expect(refused(correct({ outcome: 'accepted', corrects: 3 }))[0]).toBe('forbidden')
})

it('is refused to whoever decided it', () => {
  const { refused } = given(caseKind, ...AT_NOTICE)
  expect(refused(correct({}, { by: OFFICER, received: day(7) }))).toEqual([
    'forbidden',
    '初审结论是您作出的，不能由您自己更正；请由法制办其他人员更正。',
    {},
  ])
})

it.each([CLERK, LEGAL, HEAD])('is refused to %s, who made the application', (by) => {
  const { refused } = given(caseKind, ...AT_NOTICE)
  expect(refused(correct({}, { by, received: day(7) }))[0]).toBe('forbidden')
})

it('is refused once a notice names the case, whether the case knows it yet or not', () => {
  const sentence = '本件已列入公示，初审结论不能再更正；确需改变的，由公示的异议处理或者会议决定办理。'
  expect(given(caseKind, ...LISTED).refused(correct())).toEqual(['elsewhere', sentence, {}])
  expect(given(caseKind, ...AT_NOTICE).refused(correct({ listed: true }))).toEqual(['elsewhere', sentence, {}])
})

it('is refused once anything was decided later', () => {
  const officer = { by: OFFICE_HEAD, received: day(8) }
  const withdrawn = given(caseKind, ...AT_NOTICE).when(withdraw('另有安排。', officer))
  const raised = given(caseKind, ...AT_NOTICE).when(raiseVeto({ item: 1, source: '通报' }, second))
  const vetoed = given(caseKind, ...AT_NOTICE, ...raised).when(confirmVeto(officer))
  const lapsed = given(caseKind, ...RETURNED).when(lapse('2018-07-01T00:00:00.000Z'))
  const again = [...RETURNED, MENDED, legalSigned, headSigned, { ...submitted, visit: 3 }]
  const later = [
    [...AT_NOTICE, ...withdrawn],
    [...AT_NOTICE, ...raised, ...vetoed],
    [...RETURNED, ...lapsed],
    again,
    AT_MEETING,
    NAMED,
  ]
  for (const events of later) expect(given(caseKind, ...events).refused(correct())[0]).toBe('elsewhere')
  expect(given(caseKind, ...AT_NOTICE, ...withdrawn).refused(correct())[1]).toBe(
    '初审之后已有新的办理（2018年4月18日9时00分：公示·主动退出），初审结论不能再更正。',
  )
  // Vetoed or withdrawn at the review itself is no decision of the review.
  const left = given(caseKind, ...IN_REVIEW).when(withdraw('另有安排。', officer))
  expect(given(caseKind, ...IN_REVIEW, ...left).refused(correct())[0]).toBe('elsewhere')
})

it('is refused before there is a decision, and on a version that was replaced meanwhile', () => {
  expect(given(caseKind).refused(correct())[0]).toBe('elsewhere')
  expect(given(caseKind, ...IN_REVIEW).refused(correct())[0]).toBe('elsewhere')
  const third = { by: OFFICE_HEAD, received: day(8) }
  expect(given(caseKind, ...AT_NOTICE, corrected).refused(correct({ outcome: 'accepted' }, third))).toEqual([
    'elsewhere',
    '您看到的初审结论之后又更正过；请刷新，核对现在的结论后再办。',
    {},
  ])
})

it('has nothing to do when the same is decided already', () => {
  expect(given(caseKind, ...AT_NOTICE, corrected).when(correct())).toEqual([])
  expect(given(caseKind, ...AT_NOTICE).when(correct({ outcome: 'accepted', reason: '符合条件。' }))).toEqual([])
  const same = { outcome: 'returned', reason: '创建方案缺少责任分工。', lateFrom: MEND } as const
  const { when } = given(caseKind, ...RETURNED)
  expect(when(correct({ ...same, reopens: ['reason', 'creationPlan'] }))).toEqual([])
  expect(when(correct({ ...same, reopens: ['reason'] }))).toHaveLength(1)
  expect(when(correct({ ...same, reopens: ['reason', 'creationPlan'], lateFrom: LATE }))).toHaveLength(1)
})
