import { expect, it } from 'vitest'
import { lapsesFrom } from '#calendar/deadline.ts'
import {
  IN_REVIEW,
  LATE,
  LISTED,
  MEND,
  NAMED,
  NOTICE_END,
  OFFICE_HEAD,
  opened,
  RETURNED,
} from '../../test/given/cases.ts'
import { AT_WORK, DECLARE_END, DECLARING, WORK_END } from '../../test/given/cases-2018.ts'
import { given } from '../../test/given/given.ts'
import { caseKind } from './case.ts'
import { extendCase } from './extend.ts'
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

it('takes no right from a unit that comes to a form when its date is past: the office gives it a date', () => {
  const late = DECLARING.map((event) =>
    event.type === 'decided' && event.to === 'declaration' ? { ...event, at: DECLARE_END } : event,
  )
  const { state, when } = given(caseKind, ...late)
  expect([state.step, state.lateFrom]).toEqual(['declaration', undefined])
  expect(when(lapse('2019-06-01T00:00:00.000Z'))).toEqual([])
  // One moment earlier it was still in time.
  const inTime = late.map((event) =>
    event.type === 'decided' && event.to === 'declaration' ? { ...event, at: '2018-11-15T15:59:59.999Z' } : event,
  )
  expect(given(caseKind, ...inTime).state.lateFrom).toBe(DECLARE_END)
  const lateFrom = '2018-12-10T16:00:00.000Z'
  const extension = { batch: '2018-2', unit: 'dazhuang', step: 'declaration', lateFrom, reason: '到达较晚' }
  const extended = when(
    extendCase(
      extension,
      { procedure: state.procedure, dates: state.dates },
      { by: OFFICE_HEAD, received: DECLARE_END },
    ),
  )
  const after = given(caseKind, ...late, ...extended)
  expect(after.state.lateFrom).toBe(lateFrom)
  expect(after.when(lapse(lapsesFrom(lateFrom)))).toMatchObject([{ outcome: 'lapsed', by: 'time' }])
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
