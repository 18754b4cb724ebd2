import { expect, it } from 'vitest'
import { monthSaid, monthsOn, weeksOf } from './month.ts'

it('shows whole weeks from Monday, whatever day the month begins on', () => {
  // A Friday, a Monday, a Sunday.
  expect(weeksOf('2018-06-15')[0]?.[0]).toBe('2018-05-28')
  expect(weeksOf('2018-10-31')[0]?.[0]).toBe('2018-10-01')
  expect(weeksOf('2018-07-01')[0]?.at(-1)).toBe('2018-07-01')
  expect(weeksOf('2018-06-15').flat()).toHaveLength(42)
  expect(new Set(weeksOf('2018-06-15').flat()).size).toBe(42)
})

it('keeps the day when months turn, or takes the last there is', () => {
  expect(monthsOn('2018-06-15', 1)).toBe('2018-07-15')
  expect(monthsOn('2018-01-31', 1)).toBe('2018-02-28')
  expect(monthsOn('2016-02-29', 12)).toBe('2017-02-28')
  expect(monthsOn('2018-01-15', -1)).toBe('2017-12-15')
  expect(monthsOn('2018-12-31', 1)).toBe('2019-01-31')
})

it('says the month', () => expect(monthSaid('2018-06-15')).toBe('2018年6月'))
