import { describe, expect, it } from 'vitest'
import {
  AT_MEETING,
  CLOSING,
  cleared,
  day,
  deferred,
  held,
  IN_REVIEW,
  LISTED,
  MEETING,
  NAMED,
  named,
  OFFICER,
  SECRETARY,
  vetoRaised,
  withdrawalEntered,
} from '../../test/given/cases.ts'
import { ASSESSED, LEADER, PROPOSED } from '../../test/given/cases-2018.ts'
import { given } from '../../test/given/given.ts'
import { applyLine, Waiting, whyWaiting } from './apply-line.ts'
import { caseKind } from './case.ts'
import type { CaseEvent } from './case-events.ts'

const secretary = { by: SECRETARY, received: day(7) }
const meeting = (outcome: string, act = MEETING, reason?: string) =>
  applyLine({ step: 'executiveMeeting', outcome, act, ...(reason && { reason }) }, secretary)

describe('a line of a list act', () => {
  it('moves the case, by reference', () => {
    const close = applyLine({ step: 'notice', outcome: 'clear', act: CLOSING }, { by: OFFICER, received: day(6) })
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

describe('a line that the case does not take now but may later', () => {
  const waits = (...more: readonly CaseEvent[]) => given(caseKind, ...AT_MEETING, ...more)

  it('waits for a veto or an objection, and says so', () => {
    expect(waits(vetoRaised).refused(meeting('named'))).toEqual([
      'conflict',
      '有一票否决待确认，确认或不予确认以后再办理。',
      {},
    ])
    expect(waits(held).refused(meeting('named'))).toEqual([
      'conflict',
      '期内异议（yi-1）还没有办结，办结以后再办理。',
      {},
    ])
    for (const pending of [vetoRaised, held]) {
      const { state } = waits(pending)
      expect(() => meeting('named')(state)).toThrow(Waiting)
      expect(() =>
        meeting('named', { ...MEETING, number: 1 })(given(caseKind, ...IN_REVIEW, pending).state),
      ).not.toThrow(Waiting)
    }
  })
  it('waits for a withdrawal to be confirmed, but for one that ends the case without a title', () => {
    const entered = { ...withdrawalEntered, at: day(6) }
    expect(() => meeting('named')(waits(entered).state)).toThrow(Waiting)
    expect(waits(entered).when(meeting('refused'))).toMatchObject([{ outcome: 'refused', to: 'refused' }])
    const at = given(caseKind, ...LISTED, entered)
    const line = (outcome: string) => applyLine({ step: 'notice', outcome, act: CLOSING }, secretary)
    expect(() => line('clear')(at.state)).toThrow(Waiting)
    expect(at.when(line('upheld'))).toMatchObject([{ outcome: 'upheld' }])
  })
  it('tells the case of which objections it comes', () => {
    const line = { step: 'notice', outcome: 'upheld', act: CLOSING }
    const { when } = given(caseKind, ...LISTED)
    expect(when(applyLine({ ...line, objections: ['yi-1', 'yi-3'] }, secretary))).toMatchObject([
      { type: 'decided', outcome: 'upheld', objections: ['yi-1', 'yi-3'] },
    ])
    expect(when(applyLine(line, secretary))[0]).not.toHaveProperty('objections')
  })
  it('is taken from a later act once nothing is pending', () => {
    const dismissed = { type: 'vetoDismissed', v: 1, at: day(10), by: SECRETARY, reason: '查无此事。' } as const
    const released = { type: 'released', v: 1, at: day(10), by: OFFICER, act: held.act, objection: 'yi-1' } as const
    const both = waits(vetoRaised, held, dismissed)
    expect(whyWaiting(both.state)).toContain('yi-1')
    const { when, state } = waits(vetoRaised, held, dismissed, released)
    expect(whyWaiting(state)).toBeUndefined()
    expect(when(meeting('named', { ...MEETING, number: 2 }))).toHaveLength(1)
  })
  it('has nothing to wait for when it was taken before', () => {
    expect(given(caseKind, ...AT_MEETING, deferred, vetoRaised).when(meeting('deferred'))).toEqual([])
  })
})

describe('a line in the whole procedure', () => {
  it('comes from a panel where the step is an inquiry', () => {
    const act = { stream: 'panel/2018-2/dazhuang/7', number: 9 }
    const settle = (outcome: string) =>
      applyLine({ step: 'assessment', outcome, reason: '五种方式均已完成。', act }, { by: LEADER, received: day(220) })
    expect(given(caseKind, ...ASSESSED).when(settle('recommended'))).toMatchObject([
      { outcome: 'recommended', to: 'candidacy', act },
    ])
    expect(given(caseKind, ...ASSESSED).refused(settle('candidate'))[0]).toBe('elsewhere')
  })
  it('fills the box of the form that the body signs, and an exit from there fills none', () => {
    const act = { stream: 'resolution/2018-2/proposal', number: 2 }
    const line = applyLine({ step: 'proposal', outcome: 'proposed', act }, { by: SECRETARY, received: day(230) })
    const { when } = given(caseKind, ...PROPOSED)
    const { state } = given(caseKind, ...PROPOSED, ...when(line))
    expect(state.papers['creation-declaration']?.boxes).toMatchObject({
      countyOffice: { by: expect.stringContaining('p-') },
      leadingGroup: { by: SECRETARY, at: day(230), act },
    })
    expect(state.papers['creation-application']?.boxes).not.toHaveProperty('leadingGroup')
    const left = { type: 'decided', v: 1, at: day(230), by: SECRETARY, step: 'proposal', visit: 10 } as const
    const gone = given(caseKind, ...PROPOSED, { ...left, outcome: 'withdrawn', to: 'withdrawn' })
    expect(gone.state.papers['creation-declaration']?.boxes).not.toHaveProperty('leadingGroup')
  })
})
