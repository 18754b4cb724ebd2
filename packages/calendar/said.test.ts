import { expect, it } from 'vitest'
import { firstLateInstant } from './deadline.ts'
import { said, saidDay, saidDayInWeek, saidEnd } from './said.ts'

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
