import { describe, expect, it } from 'vitest'
import { caseKind } from '#case/case.ts'
import {
  AT_MEETING,
  AT_NOTICE,
  CLOSING,
  day,
  IN_REVIEW,
  LISTED,
  listed,
  MEETING,
  moved,
  NAMED,
  NOTICE,
  NOTICE_END,
  OFFICER,
} from '../../../test/given/cases.ts'
import { AT_NOTICE_2018, LEADER } from '../../../test/given/cases-2018.ts'
import { given } from '../../../test/given/given.ts'
import { listInNotice } from './list-in-notice.ts'

describe('a published notice', () => {
  const notice = { step: 'notice', act: NOTICE, lateFrom: NOTICE_END }

  it('lists the case', () => {
    expect(given(caseKind, ...AT_NOTICE).when(listInNotice(notice, day(6)))).toEqual([listed])
  })
  it('does not list a case that stands elsewhere or in another notice', () => {
    expect(given(caseKind, ...IN_REVIEW).refused(listInNotice(notice, day(6)))[0]).toBe('elsewhere')
    const other = { step: 'notice', act: { stream: 'notice/2018-2/2', number: 1 }, lateFrom: NOTICE_END }
    expect(given(caseKind, ...LISTED).refused(listInNotice(other, day(6)))).toEqual([
      'conflict',
      '本件已列入另一期公示（notice/2018-2/1），不能同时公示两次。',
      {},
    ])
  })
  it('has nothing to do when it is told again, be it after the case has gone on or come back', () => {
    for (const history of [LISTED, AT_MEETING, NAMED])
      expect(given(caseKind, ...history).when(listInNotice(notice, day(6)))).toEqual([])
    const back = moved('notice', 9, 'reassess', 'assessment', OFFICER, { act: CLOSING })
    const again = [
      moved('assessment', 10, 'recommended', 'candidacy', LEADER),
      moved('candidacy', 11, 'candidate', 'notice', LEADER),
    ]
    const { when, state } = given(caseKind, ...AT_NOTICE_2018, listed, back, ...again)
    expect([state.step, state.notice, state.lateFrom]).toEqual(['notice', undefined, undefined])
    expect(when(listInNotice(notice, day(6)))).toEqual([])
    expect(when(listInNotice({ ...notice, act: { ...NOTICE, stream: 'notice/2018-2/2' } }, day(6)))).toHaveLength(1)
  })
  it('cannot list at a step of another kind', () => {
    expect(
      given(caseKind, ...AT_MEETING).refused(
        listInNotice({ ...notice, step: 'executiveMeeting', act: MEETING }, day(6)),
      )[1],
    ).toBe('“常务会议”环节不能这样办理；请刷新后再办。')
  })
})
