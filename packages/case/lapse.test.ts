import { expect, it } from 'vitest'
import { lapsesFrom } from '#calendar/deadline.ts'
import { IN_REVIEW, LATE, LISTED, MEND, NAMED, NOTICE_END, opened, RETURNED } from '../../test/given/cases.ts'
import { AT_WORK, DECLARE_END, DECLARING, WORK_END } from '../../test/given/cases-2018.ts'
import { given } from '../../test/given/given.ts'
import { caseKind } from './case.ts'
import { lapse } from './lapse.ts'

const lapsed = (visit: number, at: string) => ({
  type: 'decided',
  v: 1,
  at,
  by: 'time',
  step: 'application',
  visit,
  outcome: 'lapsed',
  to: 'notSubmitted',
})

it('ends an application two minutes after its date, also a returned one after its own', () => {
  expect(given(caseKind, opened).when(lapse(lapsesFrom(LATE)))).toEqual([lapsed(1, '2018-05-15T16:02:00.000Z')])
  expect(given(caseKind, ...RETURNED).when(lapse(lapsesFrom(MEND)))).toEqual([lapsed(3, lapsesFrom(MEND))])
})

it('ends work where it leads, and the next entry by a date of its own', () => {
  expect(given(caseKind, ...AT_WORK).when(lapse(lapsesFrom(WORK_END)))).toMatchObject([
    { by: 'time', step: 'implementation', outcome: 'ended', to: 'declaration' },
  ])
  expect(given(caseKind, ...DECLARING).state.lateFrom).toBe(DECLARE_END)
  expect(given(caseKind, ...DECLARING).when(lapse(lapsesFrom(WORK_END)))).toEqual([])
  expect(given(caseKind, ...DECLARING).when(lapse(lapsesFrom(DECLARE_END)))).toMatchObject([{ to: 'notDeclared' }])
})

it('does nothing a millisecond earlier, or by the date that a return has replaced', () => {
  expect(given(caseKind, opened).when(lapse('2018-05-15T16:01:59.999Z'))).toEqual([])
  expect(given(caseKind, ...RETURNED).when(lapse(lapsesFrom(LATE)))).toEqual([])
})

it.each([
  ['a case nobody opened', []],
  ['a review, which has no date', IN_REVIEW],
  ['a notice, which its own stream closes', LISTED],
  ['an ended case', NAMED],
  ['a case that has lapsed', [opened, lapsed(1, lapsesFrom(LATE))]],
])('does nothing to %s', (_what, history) => {
  expect(given(caseKind, ...(history as (typeof opened)[])).when(lapse(lapsesFrom(NOTICE_END)))).toEqual([])
})
