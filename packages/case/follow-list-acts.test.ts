import { describe, expect, it } from 'vitest'
import {
  AT_MEETING,
  AT_NOTICE,
  cleared,
  day,
  deferred,
  IN_REVIEW,
  LISTED,
  listed,
  MEETING,
  NAMED,
  NOTICE,
  NOTICE_END,
  named,
  SECOND,
} from '../../test/given/cases.ts'
import { given } from '../../test/given/given.ts'
import { caseKind } from './case.ts'
import { applyLine, listInNotice } from './follow-list-acts.ts'

const time = (received: string) => ({ by: 'time', received })
const secretary = { by: SECOND, received: day(7) }
const meeting = (outcome: string, act = MEETING, reason?: string) =>
  applyLine({ step: 'executiveMeeting', outcome, act, ...(reason && { reason }) }, secretary)

describe('a published notice', () => {
  const notice = { act: NOTICE, lateFrom: NOTICE_END }

  it('lists the case', () => {
    expect(given(caseKind, ...AT_NOTICE).when(listInNotice(notice, day(6)))).toEqual([listed])
  })
  it('does not list a case that stands elsewhere or in another notice', () => {
    expect(given(caseKind, ...IN_REVIEW).refused(listInNotice(notice, day(6)))[0]).toBe('elsewhere')
    const other = { act: { stream: 'notice/2018-2/2', number: 1 }, lateFrom: NOTICE_END }
    expect(given(caseKind, ...LISTED).refused(listInNotice(other, day(6)))).toEqual([
      'conflict',
      '本件已列入另一期公示（notice/2018-2/1），不能同时公示两次。',
      {},
    ])
  })
  it('has nothing to do when it is told again', () => {
    expect(given(caseKind, ...LISTED).when(listInNotice(notice, day(6)))).toEqual([])
  })
})

describe('a line of a list act', () => {
  it('moves the case, by reference', () => {
    const close = applyLine({ step: 'notice', outcome: 'clear', act: { ...NOTICE, number: 2 } }, time(day(6)))
    expect(given(caseKind, ...LISTED).when(close)).toEqual([cleared])
    expect(given(caseKind, ...AT_MEETING).when(meeting('named'))).toEqual([named])
    expect(given(caseKind, ...AT_MEETING).when(meeting('refused', MEETING, '整改未完成'))).toMatchObject([
      { outcome: 'refused', to: 'refused', reason: '整改未完成' },
    ])
  })
  it('leaves a deferred case at the meeting for the next one', () => {
    const { state, when } = given(caseKind, ...AT_MEETING, deferred)
    expect([state.step, state.visit]).toEqual(['executiveMeeting', 5])
    expect(when(meeting('named', { ...MEETING, number: 3 }))).toMatchObject([{ outcome: 'named', visit: 5 }])
  })
  it('is refused by a case that stands elsewhere', () => {
    expect(given(caseKind, ...LISTED).refused(meeting('named'))[0]).toBe('elsewhere')
    expect(given(caseKind, ...NAMED).refused(meeting('named', { ...MEETING, number: 2 }))[0]).toBe('elsewhere')
  })
  it.each(['withdrawn', 'vetoed', 'lapsed', 'clear', 'constructor'])('cannot give %s', (outcome) => {
    expect(given(caseKind, ...AT_MEETING).refused(meeting(outcome))).toEqual([
      'elsewhere',
      `“常务会议”环节不能由会议决定或公示给出“${outcome}”这一办理结果。`,
      {},
    ])
  })
  it('cannot decide a step that is decided case by case', () => {
    const line = applyLine({ step: 'review', outcome: 'accepted', act: MEETING }, secretary)
    expect(given(caseKind, ...IN_REVIEW).refused(line)[0]).toBe('elsewhere')
  })
  it('comes from the notice that lists the case, from no other', () => {
    const line = applyLine(
      { step: 'notice', outcome: 'clear', act: { stream: 'notice/2018-2/2', number: 4 } },
      secretary,
    )
    expect(given(caseKind, ...LISTED).refused(line)[0]).toBe('conflict')
  })
  it('has nothing to do when it was applied, be it long ago', () => {
    expect(given(caseKind, ...NAMED).when(meeting('named'))).toEqual([])
    expect(given(caseKind, ...AT_MEETING, deferred).when(meeting('deferred'))).toEqual([])
  })
})
