import { expect, it } from 'vitest'
import { procedureAt, variantOf } from '#procedure/procedures.ts'
import type { CallTerms } from './batch.ts'
import { type Called, calendarOfCall } from './calendar-of-call.ts'
import type { Amended, Cancelled } from './change-events.ts'

const procedure = procedureAt('creation-2018@1')
if (!procedure) throw new Error('no procedure')
const terms = {
  title: '泗县第二批创建',
  procedure: variantOf(procedure),
  dates: {
    application: { lastDay: '2018-05-15' },
    implementation: { lastDay: '2018-10-31' },
    declaration: { lastDay: '2018-11-30' },
  },
} as unknown as CallTerms
const opened = { by: 'head', preparedBy: 'officer', preparedAt: '2018-04-12T01:00:00.000Z', digest: 'ab'.repeat(32) }
const called: Called = { terms, opened, openedAt: '2018-04-13T01:00:00.000Z', amendments: [] }
const approved = { v: 1, by: 'head', preparedBy: 'officer', preparedAt: '2018-05-09T01:00:00.000Z' } as const
const moved = (at: string, step: string, from: string, to: string): Amended => ({
  ...{ type: 'amended', ...approved, at, reason: '遭遇汛情, 防汛优先。' },
  dates: { [step]: { from: { lastDay: from }, to: { lastDay: to } } },
})
const cancelled: Cancelled = {
  type: 'batchCancelled',
  ...approved,
  at: '2018-06-12T01:00:00.000Z',
  reason: '上级暂停。',
}

/** By step, what a calendar would show of each event. */
const events = (more: Partial<Called> = {}, unreal?: string) =>
  Object.fromEntries(
    calendarOfCall({ ...called, ...more }, unreal)
      .replaceAll('\r\n ', '')
      .split('BEGIN:VEVENT\r\n')
      .slice(1)
      .map((event) => {
        const of = (name: string) => new RegExp(`^${name}[^:]*:(.*)\\r$`, 'm').exec(event)?.[1] ?? ''
        const [step = ''] = of('UID').split('-')
        return [
          step,
          {
            uid: of('UID'),
            on: of('DTSTART'),
            sequence: of('SEQUENCE'),
            status: of('STATUS'),
            says: of('SUMMARY'),
            about: of('DESCRIPTION'),
            at: of('DTSTAMP'),
          },
        ]
      }),
  )

it('has the last day of each step that has one', () => {
  const all = events()
  expect(Object.entries(all).map(([step, { on }]) => [step, on])).toEqual([
    ['application', '20180515'],
    ['implementation', '20181031'],
    ['declaration', '20181130'],
  ])
  expect(all.application).toEqual({
    ...{ uid: `application-${'ab'.repeat(16)}@shifan`, on: '20180515', sequence: '0', status: 'CONFIRMED' },
    ...{ says: '创建申请截止：泗县第二批创建', about: '2018年5月15日24时截止，2018年5月16日0时起为逾期。' },
    at: '20180413T010000Z',
  })
})

it('follows amendments: the same event with its next number, of that step alone', () => {
  const amendments = [
    moved('2018-05-10T01:00:00.000Z', 'application', '2018-05-15', '2018-05-31'),
    moved('2018-05-20T01:00:00.000Z', 'application', '2018-05-31', '2018-06-10'),
  ]
  const [before, after] = [events(), events({ amendments })]
  expect(after.application).toEqual({
    ...before.application,
    ...{ on: '20180610', sequence: '2', at: '20180520T010000Z' },
    about:
      '2018年6月10日24时截止，2018年6月11日0时起为逾期。\\n原为2018年5月15日24时，已经变更2次。最近一次变更的理由：遭遇汛情\\, 防汛优先。',
  })
  expect(after.declaration).toEqual(before.declaration)
})

it('of a cancelled batch takes back what was to come, and leaves a date that had lapsed as it was', () => {
  const [before, after] = [events(), events({ cancelled })]
  expect(after.application).toEqual(before.application)
  expect(after.declaration).toMatchObject({
    ...{ uid: before.declaration?.uid, on: '20181130', sequence: '1', status: 'CANCELLED', at: '20180612T010000Z' },
    says: '【已取消】单位申报截止：泗县第二批创建',
    about: expect.stringMatching(/^本批次已于2018年6月12日取消，不再办理。理由：上级暂停。/),
  })
})

it('of a trial is marked, and stands on the day on which its instant comes', () => {
  const dates = { ...terms.dates, application: { lateFrom: '2018-05-15T16:30:00.000Z' } }
  expect(events({ terms: { ...terms, dates } }, '演练').application).toMatchObject({
    ...{ on: '20180516', says: '创建申请截止：【演练】泗县第二批创建' },
    about: '2018年5月16日0时30分截止，此刻起为逾期。',
  })
})
