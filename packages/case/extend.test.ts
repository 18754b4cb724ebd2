import { expect, it } from 'vitest'
import { firstLateInstant, lapsesFrom } from '#calendar/deadline.ts'
import { openCase } from '#steps/entry/fill-in-form.ts'
import { todosOf } from '#steps/todo.ts'
import {
  day,
  IN_REVIEW,
  LATE,
  MEND,
  OFFICE_HEAD,
  OPENING,
  opened,
  RETURNED,
  SECOND,
  SHORT,
} from '../../test/given/cases.ts'
import { AT_WORK, DECLARING, OPENING_2018, WHOLE, WORK_END } from '../../test/given/cases-2018.ts'
import { given } from '../../test/given/given.ts'
import { caseKind } from './case.ts'
import type { CaseEvent } from './case-events.ts'
import { extendCase } from './extend.ts'
import { factsOf } from './facts.ts'
import { lapse } from './lapse.ts'

const LATER = firstLateInstant('2018-06-30')
const frame = { procedure: SHORT, dates: OPENING.dates }
const whole = { procedure: WHOLE, dates: OPENING_2018.dates }
const head = (received: string) => ({ by: OFFICE_HEAD, received })
const extension = { batch: '2018-2', unit: 'dazhuang', step: 'application', lateFrom: LATER, reason: '遭遇汛情。' }
const extend = (change: Partial<typeof extension> = {}, received = day(10), within = frame) =>
  extendCase({ ...extension, ...change }, within, head(received))
const extended: CaseEvent = { type: 'extended', v: 1, at: day(10), by: OFFICE_HEAD, ...extension }

it('moves the date of the step where the case stands, and time waits for the new one', () => {
  expect(given(caseKind, opened).when(extend())).toEqual([extended])
  const { state, when } = given(caseKind, opened, extended)
  expect([state.step, state.visit, state.lateFrom]).toEqual(['application', 1, LATER])
  expect(when(lapse(lapsesFrom(LATE)))).toEqual([])
  expect(when(lapse(lapsesFrom(LATER)))).toHaveLength(1)
})

it('opens a case again that has lapsed, at the step where it lapsed', () => {
  const LAPSED = [opened, ...given(caseKind, opened).when(lapse(lapsesFrom(LATE)))]
  expect(factsOf(given(caseKind, ...LAPSED).state)).toMatchObject({ ended: true, lapsed: 'application' })
  const [event] = given(caseKind, ...LAPSED).when(extend({}, day(40)))
  expect(event).toEqual({ ...extended, at: day(40) })
  const { state, when } = given(caseKind, ...LAPSED, event as CaseEvent)
  expect([state.step, state.visit, state.lateFrom]).toEqual(['application', 3, LATER])
  expect(factsOf(state)).toMatchObject({ ended: false })
  expect(factsOf(state).lapsed).toBeUndefined()
  expect(when(extend({}, day(40)))).toEqual([])
  expect(when(lapse(lapsesFrom(LATER)))).toMatchObject([{ visit: 3, outcome: 'lapsed' }])
})

it('may be the first event of a case, which then begins by the new date', () => {
  const first = given(caseKind).when(extend({}, day(40)))
  expect(first).toEqual([{ ...extended, at: day(40) }])
  const { state, when } = given(caseKind, ...first)
  expect(state.visit).toBe(0)
  expect(when(openCase(OPENING, head(day(41))))).toHaveLength(1)
  const begun = given(caseKind, ...first, ...when(openCase(OPENING, head(day(41)))))
  expect([begun.state.lateFrom, begun.state.dates.application]).toEqual([LATER, LATER])
})

it('moves the end of work too', () => {
  const change = { step: 'implementation', lateFrom: firstLateInstant('2018-11-05') }
  expect(given(caseKind, ...AT_WORK).when(extend(change, day(10), whole))).toMatchObject([change])
})

it('is refused to a date that is no later, or has passed', () => {
  for (const lateFrom of [day(20), firstLateInstant('2018-05-14')])
    expect(given(caseKind, opened).refused(extend({ lateFrom }, day(10)))[0]).toBe('incomplete')
  expect(given(caseKind, opened).refused(extend({ lateFrom: MEND }, MEND))).toEqual([
    'incomplete',
    '新的期限（2018年5月30日24时）应当晚于现在和原期限（2018年5月15日24时）。',
    { lastDay: '请填写更晚的日期' },
  ])
})

it('has nothing to do for the same person’s own extension', () => {
  expect(given(caseKind, opened, extended).when(extend())).toEqual([])
  const first = [extended, ...given(caseKind, extended).when(openCase(OPENING, head(day(11))))]
  for (const history of [[extended], first]) expect(given(caseKind, ...history).when(extend({}, day(12)))).toEqual([])
})

it('is refused for the date that holds, so that no reason is dropped, and once that has passed', () => {
  const same = { lateFrom: LATE }
  const LAPSED = [opened, ...given(caseKind, opened).when(lapse(lapsesFrom(LATE)))]
  expect(given(caseKind, opened).refused(extend(same, day(10)))).toEqual([
    'incomplete',
    '“创建申请”的期限现在就是2018年5月15日24时，没有改动，延长理由也没有登记。',
    { lastDay: '期限现在就是2018年5月15日24时；要延长的，请填写更晚的日期' },
  ])
  const again = given(caseKind, opened, extended)
  expect(again.refused(extend({ reason: '疫情封闭。' }))[0]).toBe('incomplete')
  const other = extendCase({ ...extension, reason: '遭遇汛情。' }, frame, { by: SECOND, received: day(10) })
  expect(again.refused(other)[0]).toBe('incomplete')
  const passed = [
    'incomplete',
    '新的期限（2018年5月15日24时）应当晚于现在和原期限（2018年5月15日24时）。',
    { lastDay: '请填写更晚的日期' },
  ]
  for (const history of [[opened], LAPSED])
    expect(given(caseKind, ...history).refused(extend(same, LATE))).toEqual(passed)
  expect(given(caseKind).refused(extend(same, day(40)))).toEqual(passed)
})

it('is refused at or beyond the next step’s date, and a year after its own', () => {
  const to = (lastDay: string) => ({ step: 'implementation', lateFrom: firstLateInstant(lastDay) })
  const atWork = given(caseKind, ...AT_WORK)
  for (const [lastDay, said] of [
    ['2018-11-15', '2018年11月15日24时'],
    ['2018-12-31', '2018年12月31日24时'],
  ] as const)
    expect(atWork.refused(extend(to(lastDay), day(10), whole))).toEqual([
      'incomplete',
      `新的期限（${said}）应早于“单位申报”的截止日期（2018年11月15日24时）。`,
      { lastDay: '应早于“单位申报”的截止日期（2018年11月15日24时）' },
    ])
  expect(atWork.when(extend(to('2018-11-14'), day(10), whole))).toHaveLength(1)
  const alone = given(caseKind, opened)
  expect(alone.when(extend({ lateFrom: firstLateInstant('2019-05-15') }))).toHaveLength(1)
  expect(alone.refused(extend({ lateFrom: firstLateInstant('2019-05-16') }))).toEqual([
    'incomplete',
    '新的期限（2019年5月16日24时）最多比原定期限（2018年5月15日24时）晚一年。',
    { lastDay: '最多比原定期限（2018年5月15日24时）晚一年' },
  ])
})

it('is not measured by the next step’s date once that is over: a case assessed anew may stand before both', () => {
  const atWork = given(caseKind, ...AT_WORK)
  const to = (lastDay: string) => ({ step: 'implementation', lateFrom: firstLateInstant(lastDay) })
  const lastMoment = new Date(Date.parse(firstLateInstant('2018-11-15')) - 1000).toISOString()
  expect(atWork.refused(extend(to('2018-12-31'), lastMoment, whole))?.[0]).toBe('incomplete')
  expect(atWork.when(extend(to('2018-12-31'), firstLateInstant('2018-11-15'), whole))).toHaveLength(1)
})

it('is refused to whoever had a hand in a form, also after the end, and not offered to them', () => {
  const head = { person: SECOND, holdings: [{ appointment: 'officeHead' }] } as const
  const [byOffice] = given(caseKind).when(openCase(OPENING, { by: SECOND, received: day(0), byOffice: true }))
  if (!byOffice) throw new Error('the office cannot begin')
  const lapsed = [byOffice, ...given(caseKind, byOffice).when(lapse(lapsesFrom(LATE)))]
  for (const events of [[byOffice], lapsed]) {
    const { state, refused, when } = given(caseKind, ...events)
    const asking = (by: string) => extendCase(extension, frame, { by, received: day(events === lapsed ? 40 : 10) })
    expect(refused(asking(SECOND))).toEqual([
      'forbidden',
      '您填写、代录、签署或提交过本件，不能延长它的期限；请由其他有权人员办理。',
      {},
    ])
    expect(when(asking(OFFICE_HEAD))).toHaveLength(1)
    const offered = (person: string) =>
      todosOf(factsOf(state), { signOffs: {}, vetoes: false, listed: false }, { ...head, person }, day(10))
    expect(offered(SECOND)).toEqual([])
    expect(offered(OFFICE_HEAD)).toMatchObject([{ command: 'extend-case', step: 'application' }])
  }
})

it('is refused for a step that has no date, or where the case does not stand', () => {
  expect(given(caseKind, ...IN_REVIEW).refused(extend({ step: 'review' }))).toEqual([
    'incomplete',
    '“初审”环节没有期限，不能延长。',
    { step: '请选择有期限的环节' },
  ])
  expect(given(caseKind, ...IN_REVIEW).refused(extend())).toEqual([
    'elsewhere',
    '本件现处“初审”，“创建申请”的期限不能再延长。',
    {},
  ])
  const work = { step: 'implementation', lateFrom: firstLateInstant('2019-01-31') }
  expect(given(caseKind, ...DECLARING).refused(extend(work, day(220), whole))[0]).toBe('elsewhere')
  expect(given(caseKind).refused(extend(work, day(1), whole))[0]).toBe('elsewhere')
})

it('says that nothing changes when that is the date, be it of a return or of work', () => {
  for (const [history, change, within] of [
    [RETURNED, { lateFrom: MEND }, frame],
    [AT_WORK, { step: 'implementation', lateFrom: WORK_END }, whole],
  ] as const)
    expect(given(caseKind, ...history).refused(extend(change, day(10), within))[1]).toContain('没有改动')
})
