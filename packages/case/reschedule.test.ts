import { describe, expect, it } from 'vitest'
import { firstLateInstant, lapsesFrom } from '#calendar/deadline.ts'
import { openCase, saveForm } from '#steps/entry/fill-in-form.ts'
import {
  CLERK,
  day,
  FORM,
  form,
  IN_REVIEW,
  LATE,
  MEND,
  moved,
  OFFICE_HEAD,
  OPENING,
  opened,
  RETURNED,
  SHORT,
} from '../../test/given/cases.ts'
import { given } from '../../test/given/given.ts'
import { caseKind, hasEnded } from './case.ts'
import type { CaseEvent } from './case-events.ts'
import { extendCase } from './extend.ts'
import { factsOf } from './facts.ts'
import { lapse } from './lapse.ts'
import { laterDates } from './later-dates.ts'
import { asAmended, cancelCase, deciding, reschedule } from './reschedule.ts'
import { amendedDate } from './until-when.ts'
import { enterWithdrawal } from './withdraw.ts'

const LATER = firstLateInstant('2018-05-31')
const act = { stream: 'batch/2018-2', number: 3 }
/** @param received the instant at which the amendment was approved */
const amend = (received = day(10), to = LATER) =>
  reschedule({ act, dates: { application: to } }, { by: OFFICE_HEAD, received })
const rescheduled: CaseEvent = {
  ...{ type: 'rescheduled', v: 1, at: day(10), by: OFFICE_HEAD, act },
  dates: { application: LATER },
}
const LAPSED = [opened, ...given(caseKind, opened).when(lapse(lapsesFrom(LATE)))]

describe('an amendment that reaches a case', () => {
  it('moves the date of the step where it stands, and time waits for the new one', () => {
    expect(given(caseKind, opened).when(amend())).toEqual([rescheduled])
    const { state, when } = given(caseKind, opened, rescheduled)
    expect([state.step, state.visit, state.lateFrom]).toEqual(['application', 1, LATER])
    expect(when(lapse(lapsesFrom(LATE)))).toEqual([])
    expect(when(lapse(lapsesFrom(LATER)))).toHaveLength(1)
  })
  it('moves the date of a step that the case has left, which has no end where it stands now', () => {
    const { state } = given(caseKind, ...IN_REVIEW, { ...rescheduled, at: day(11) })
    expect([state.step, state.lateFrom, state.dates.application]).toEqual(['review', undefined, LATER])
  })
  it('moves the date that a return has set, whichever was first: nobody ends before the published one', () => {
    const [back] = RETURNED.slice(-1)
    expect(back?.type).toBe('decided')
    for (const at of [day(1), back!.at, day(20)])
      expect(given(caseKind, ...RETURNED).when(amend(at))).toMatchObject([{ at, dates: { application: LATER } }])
  })
  it('never brings forward what the unit was given for itself, an extension or a return', () => {
    const own = firstLateInstant('2018-06-30')
    const extension = { batch: '2018-2', unit: 'dazhuang', step: 'application', lateFrom: own, reason: '汛情。' }
    const frame = { procedure: SHORT, dates: OPENING.dates }
    const extended = given(caseKind, opened).when(extendCase(extension, frame, { by: OFFICE_HEAD, received: day(9) }))
    expect(given(caseKind, opened, ...extended).when(amend())).toEqual([])
    const { state, when } = given(caseKind, ...RETURNED)
    expect(when(amend(day(12), state.dates.application))).toEqual([])
  })
  it('leaves what had passed for the case when it was approved, to the instant', () => {
    expect(given(caseKind, opened).when(amend(LATE))).toEqual([])
    expect(given(caseKind, ...LAPSED).when(amend(LATE))).toEqual([])
  })
  it('stands a case where it stood that time has ended since, because the news came late', () => {
    const before = new Date(Date.parse(LATE) - 1).toISOString()
    const [event] = given(caseKind, ...LAPSED).when(amend(before))
    expect(event).toEqual({ ...rescheduled, at: before })
    const { state, when } = given(caseKind, ...LAPSED, ...(event ? [event] : []))
    expect([state.step, state.visit, state.lateFrom]).toEqual(['application', 3, LATER])
    expect(when(lapse(lapsesFrom(LATER)))).toMatchObject([{ visit: 3, outcome: 'lapsed' }])
  })
  it('has nothing to do twice, before a case is opened, or with one that ended for good', () => {
    expect(given(caseKind, opened, rescheduled).when(amend())).toEqual([])
    expect(given(caseKind).when(amend())).toEqual([])
    const scan = 'a'.repeat(64)
    const left = given(caseKind, opened).when(
      enterWithdrawal({ reason: '机构合并。', scan }, { by: 'x', received: day(3) }),
    )
    expect(given(caseKind, opened, ...left).when(amend())).toEqual([])
  })
})

describe('an amendment whose news has not reached a case yet', () => {
  const amending = { at: day(10), dates: { application: LATER } }
  const state = (...events: readonly CaseEvent[]) => given(caseKind, ...events).state

  it('gives it the dates that the news will give it, and nothing else', () => {
    expect(asAmended(state(opened), [amending])).toEqual(state(opened, rescheduled))
    expect(asAmended(state(opened, rescheduled), [amending])).toEqual(state(opened, rescheduled))
    expect(asAmended(state(...IN_REVIEW), [amending]).dates.application).toBe(LATER)
  })
  it('is what a command is decided by: in time by the published date is not late', () => {
    const by = { by: CLERK, received: LATE }
    const saving = saveForm(FORM, form(), by)
    expect(given(caseKind, opened).refused(saving)[0]).toBe('late')
    expect(given(caseKind, opened).when(deciding(saving, [amending]))).toHaveLength(1)
    expect(
      given(caseKind, opened).refused(deciding(saveForm(FORM, form(), { ...by, received: LATER }), [amending]))[0],
    ).toBe('late')
    expect(given(caseKind, opened).when(deciding(lapse(lapsesFrom(LATE)), [amending]))).toEqual([])
  })
  it('leaves the longer date that a return has set, also where the unit takes its form back afterwards', () => {
    const newer = { at: day(10), dates: { application: MEND } }
    expect(asAmended(state(...RETURNED), [newer])).toEqual(state(...RETURNED))
    const { step, visit } = state(...RETURNED)
    const again = moved(step, visit, 'submitted', 'review', CLERK, { at: day(16) })
    const recalled = { type: 'recalled', v: 1, at: day(17), by: CLERK, step, visit: visit + 1, from: 'review' } as const
    const taken = [...RETURNED, again, recalled]
    expect(asAmended(state(...taken), [newer]).lateFrom).toBe(state(...RETURNED).lateFrom)
  })
  it('opens no case that time has ended: the news does', () => {
    expect(asAmended(state(...LAPSED), [amending])).toEqual(state(...LAPSED))
  })
  it('is said of a row as of the case itself', () => {
    for (const events of [[opened], RETURNED, LAPSED, IN_REVIEW]) {
      const { step, lateFrom } = factsOf(state(...events))
      for (const at of [day(10), day(30)])
        expect(amendedDate({ step, lateFrom }, [{ ...amending, at }])).toBe(
          asAmended(state(...events), [{ ...amending, at }]).lateFrom,
        )
    }
  })
})

it('a case begins by the later of its own longer date and the batch’s', () => {
  const longer = { type: 'extended', v: 1, at: day(9), by: OFFICE_HEAD, batch: '2018-2', unit: 'dazhuang' } as const
  const first = given(caseKind, {
    ...longer,
    step: 'application',
    lateFrom: firstLateInstant('2018-05-20'),
    reason: '汛',
  })
  const opening = openCase({ ...OPENING, dates: { application: LATER } }, { by: 'clerk', received: day(45) })
  const begun = first.when(opening).reduce(caseKind.evolve, first.state)
  expect([begun.lateFrom, begun.dates]).toEqual([LATER, { application: LATER }])
  expect(laterDates({ a: '2', b: '1' }, { a: '1', c: '3' })).toEqual({ a: '2', b: '1', c: '3' })
})

describe('the end of its batch', () => {
  const cancel = cancelCase(
    { act: { ...act, number: 5 }, reason: '上级暂停。' },
    { by: OFFICE_HEAD, received: day(12) },
  )
  it('ends an open case by its own way out, with what waited in it', () => {
    const entered = given(caseKind, ...IN_REVIEW).when(
      enterWithdrawal({ reason: '合并。' }, { by: 'x', received: day(11) }),
    )
    const before = given(caseKind, ...IN_REVIEW, ...entered)
    const ends = before.when(cancel)
    expect(ends).toMatchObject([
      {
        type: 'decided',
        step: 'review',
        outcome: 'cancelled',
        to: 'cancelled',
        reason: '上级暂停。',
        act: { number: 5 },
      },
    ])
    const after = ends.reduce(caseKind.evolve, before.state)
    expect([hasEnded(after), after.step, after.withdrawal]).toEqual([true, 'cancelled', undefined])
    expect(cancel(after)).toEqual([])
  })
  it('leaves a case that has ended its end, and one that never began', () => {
    expect(given(caseKind, ...LAPSED).when(cancel)).toEqual([])
    expect(given(caseKind).when(cancel)).toEqual([])
  })
})
