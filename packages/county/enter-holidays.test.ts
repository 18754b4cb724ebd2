import { describe, expect, it } from 'vitest'
import { fold } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { HOLIDAYS_2027 } from '../../test/given/holidays.ts'
import { enterHolidays, type HolidaysEvent, holidaysKind } from './enter-holidays.ts'

const asked = { by: 'head', received: '2026-12-01T01:00:00.000Z' }
const sorted = HOLIDAYS_2027
const of2027 = { ...sorted, off: sorted.off.toReversed() }
const event: HolidaysEvent = { type: 'entered', v: 1, at: asked.received, by: 'head', ...sorted }
const after = (...events: HolidaysEvent[]) =>
  fold(holidaysKind, [{ number: 1, command: 'c', by: 'head', events, at: '', previous: '', digest: '' }] as never)

it('enters a year, its days in order', () => {
  expect(enterHolidays(of2027, asked)(holidaysKind.initial)).toEqual([event])
  expect(after(event).entered).toEqual(sorted)
})

it('does nothing when the same is entered again, and replaces it by another', () => {
  expect(enterHolidays(of2027, { by: 'other', received: '2026-12-02T01:00:00.000Z' })(after(event))).toEqual([])
  const more = { ...of2027, off: [...sorted.off, '2027-12-24'] }
  expect(enterHolidays(more, asked)(after(event))).toMatchObject([
    { type: 'entered', off: [...sorted.off, '2027-12-24'] },
  ])
})

describe('refuses what no notice says', () => {
  it.each([
    ['a day of another year', { off: [...sorted.off, '2026-10-01'] }, { off: '2026年10月1日不在2027年的安排之内' }],
    [
      'a day both off and worked',
      { off: [...sorted.off, '2027-01-09'] },
      { work: '2027年1月9日既列为放假，又列为上班' },
    ],
    ['a weekday worked', { work: ['2027-01-04'] }, { work: '2027年1月4日不是周末，本为工作日，不必列入' }],
    ['a mistyped year', { year: 207 }, { year: '年份不对' }],
  ])('%s', (_, wrong, fields) => {
    const ask = () => enterHolidays({ ...of2027, ...wrong }, asked)(holidaysKind.initial)
    expect(ask).toThrow(Refused)
    expect(ask).toThrow(expect.objectContaining({ code: 'incomplete', fields }))
  })
})

it('takes in the last days of the year before', () => {
  const early = { ...of2027, off: ['2026-12-31', ...of2027.off] }
  expect(enterHolidays(early, asked)(holidaysKind.initial)).toHaveLength(1)
})
