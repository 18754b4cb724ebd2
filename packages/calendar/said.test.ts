import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addDays, dateOf, daysBetween, firstLateInstant, isCalendarDay } from './deadline.ts'
import {
  said,
  saidDay,
  saidDayInWeek,
  saidEnd,
  saidEntry,
  saidMinute,
  saidShortDay,
  saidShortMinute,
  shownClock,
  shownEntry,
  shownMinute,
  shownSecond,
} from './said.ts'

it('says days and instants as the county does, wherever it runs', () => {
  expect(saidDay('2018-05-15')).toBe('2018年5月15日')
  expect(saidDayInWeek('2018-06-15')).toBe('2018年6月15日（周五）')
  expect(said('2018-05-15T16:02:00.000Z')).toBe('2018年5月16日0时02分')
})

it('says the end of a period by its last day, or by the instant that a trial states', () => {
  expect(saidEnd(firstLateInstant('2018-05-15'))).toBe('2018年5月15日24时')
  expect(saidEnd(firstLateInstant('2018-12-31'))).toBe('2018年12月31日24时')
  expect(saidEnd('2018-05-15T06:30:00.000Z')).toBe('2018年5月15日14时30分')
  expect(saidEnd('2018-05-15T16:00:05.000Z')).toBe('2018年5月16日0时00分05秒')
})

/** Behind UTC+8, far ahead of it, with half an hour and with summer time. */
const ZONES = ['America/Los_Angeles', 'UTC', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Asia/Shanghai']
describe.each(ZONES)('on a machine set to %s', (zone) => {
  beforeEach(() => void vi.stubEnv('TZ', zone))
  afterEach(() => void vi.unstubAllEnvs())

  it.each([
    // 00:30 in Shanghai: everywhere west of it still the day before.
    ['2018-05-14T16:30:00.000Z', '2018-05-15', '00:30', '5月15日'],
    // 23:30 in Shanghai, next to the first instant of the next day.
    ['2018-05-15T15:30:00.000Z', '2018-05-15', '23:30', '5月15日'],
    ['2018-05-15T23:30:00.000Z', '2018-05-16', '07:30', '5月16日'],
    // The year turns in Shanghai first.
    ['2018-12-31T16:00:00.000Z', '2019-01-01', '00:00', '1月1日'],
    // An hour that Los Angeles does not have, and one that it has twice.
    ['2018-03-11T10:30:00.000Z', '2018-03-11', '18:30', '3月11日'],
    ['2018-11-04T09:30:00.000Z', '2018-11-04', '17:30', '11月4日'],
  ])('says %s by the clock of Shanghai', (instant, day, clock, short) => {
    expect(dateOf(instant)).toBe(day)
    expect(shownClock(instant)).toBe(clock)
    expect(shownMinute(instant)).toBe(`${day} ${clock}`)
    expect(shownSecond(instant)).toBe(`${day} ${clock}:00`)
    expect(saidMinute(instant)).toBe(`${saidDay(day)} ${clock}`)
    expect(saidShortDay(instant)).toBe(short)
    expect(saidShortMinute(instant)).toBe(`${short} ${clock}`)
    expect(said(instant)).toBe(`${saidDay(day)}${Number(clock.slice(0, 2))}时${clock.slice(3)}分`)
  })

  it('counts days as the calendar has them', () => {
    expect(firstLateInstant('2018-03-11')).toBe('2018-03-11T16:00:00.000Z')
    expect(daysBetween('2018-03-01', '2018-04-01')).toBe(31)
    expect(addDays('2018-11-03', 2)).toBe('2018-11-05')
    expect(['2018-02-28', '2018-02-30', '2016-02-29', '明天'].map(isCalendarDay)).toEqual([true, false, true, false])
  })
})

it('dates an entry by the day that it states, with the entry beside it where that is another day', () => {
  const at = '2018-05-15T01:00:00.000Z'
  expect(shownEntry({ at })).toBe('2018-05-15 09:00')
  expect(shownEntry({ at, on: '2018-05-15' })).toBe('2018-05-15 09:00')
  expect(shownEntry({ at, on: '2018-05-14' })).toBe('2018-05-14（2018-05-15 09:00登记）')
  expect(saidEntry({ at, on: '2018-05-15' })).toBe('2018年5月15日9时00分')
  expect(saidEntry({ at, on: '2018-05-14' })).toBe('2018年5月14日（2018年5月15日9时00分登记）')
})
