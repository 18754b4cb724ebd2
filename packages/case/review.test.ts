import { expect, it } from 'vitest'
import {
  AT_NOTICE,
  accepted,
  CLERK,
  day,
  HEAD,
  IN_REVIEW,
  LEGAL,
  MEND,
  OFFICER,
  RETURNED,
  returned,
  SECOND,
  sha,
} from '../../test/given/cases.ts'
import { given } from '../../test/given/given.ts'
import { caseKind } from './case.ts'
import { decideReview } from './review.ts'

const officer = { by: OFFICER, received: day(5) }
const checklist = { scope: true, condition1: false }

it('accepts, with checklist and reason, what the unit has signed', () => {
  const { when } = given(caseKind, ...IN_REVIEW)
  expect(when(decideReview({ outcome: 'accepted', reason: '符合条件。', checklist }, officer))).toEqual([
    { ...accepted, checklist },
  ])
})

it('refuses the application, which ends the case', () => {
  const { when } = given(caseKind, ...IN_REVIEW)
  const [refused] = when(decideReview({ outcome: 'refused', reason: '不在创建范围内。' }, officer))
  expect(refused).toMatchObject({ outcome: 'refused', to: 'refused', reason: '不在创建范围内。', covers: sha('d') })
})

it('returns it, naming the questions that reopen and a date of its own', () => {
  const review = { outcome: 'returned', reason: '创建方案缺少责任分工。', reopens: ['creationPlan', 'reason'] } as const
  const { when } = given(caseKind, ...IN_REVIEW)
  expect(when(decideReview({ ...review, lateFrom: MEND }, officer))).toEqual([returned])
  const { state } = given(caseKind, ...RETURNED)
  expect([state.step, state.visit, state.lateFrom, state.reopens]).toEqual([
    'application',
    3,
    MEND,
    ['creationPlan', 'reason'],
  ])
})

it('takes no date and questions along when it does not return', () => {
  const { when } = given(caseKind, ...IN_REVIEW)
  const review = { outcome: 'accepted', reason: '符合条件。', reopens: ['reason'], lateFrom: MEND } as const
  expect(when(decideReview(review, officer))).toEqual([accepted])
})

it('is refused as a return without questions or date, or with a date that has passed', () => {
  const { refused } = given(caseKind, ...IN_REVIEW)
  expect(refused(decideReview({ outcome: 'returned', reason: '不全。' }, officer))).toEqual([
    'incomplete',
    '退回补正要列明需要修改的问题和补正期限。',
    { reopens: '请选择至少一个需要修改的问题', lastDay: '请填写补正截止日期' },
  ])
  const review = { outcome: 'returned', reason: '不全。', reopens: ['reason'], lateFrom: day(5) } as const
  expect(refused(decideReview(review, officer))[2]).toEqual({ lastDay: '请填写今天或以后的日期' })
})

it.each([CLERK, LEGAL, HEAD])('is refused to %s, who made the application', (by) => {
  const { refused } = given(caseKind, ...IN_REVIEW)
  expect(refused(decideReview({ outcome: 'accepted', reason: '好。' }, { by, received: day(5) }))).toEqual([
    'forbidden',
    '您填写、代录、签署或提交过本件，不能再审核；请由其他经办人办理。',
    {},
  ])
})

it('is refused to whoever comes second', () => {
  const { refused } = given(caseKind, ...AT_NOTICE)
  const second = decideReview({ outcome: 'refused', reason: '不符。' }, { by: SECOND, received: day(6) })
  expect(refused(second)).toEqual([
    'elsewhere',
    '此操作属于“初审”环节，而本件现处“公示”（2018年4月15日9时00分已办理：通过）；请刷新后再办。',
    {},
  ])
})

it('has nothing to do on a second click of the same person', () => {
  const { when, refused } = given(caseKind, ...AT_NOTICE)
  expect(when(decideReview({ outcome: 'accepted', reason: '符合条件。' }, officer))).toEqual([])
  expect(refused(decideReview({ outcome: 'accepted', reason: '另一个理由。' }, officer))[0]).toBe('elsewhere')
})
