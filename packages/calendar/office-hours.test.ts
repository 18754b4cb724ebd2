import { expect, it } from 'vitest'
import { inOfficeHours } from './office-hours.ts'

it.each([
  ['as it is', '2018-05-08T02:30:00.000Z', '2018-05-08T02:30:00.000Z'],
  ['one in the morning', '2018-05-08T17:00:00.000Z', '2018-05-09T01:00:00.000Z'],
  ['the instant of a lapse', '2018-05-15T16:02:00.000Z', '2018-05-16T01:00:00.000Z'],
  ['after the day', '2018-05-08T10:00:00.000Z', '2018-05-09T01:00:00.000Z'],
  ['Friday evening', '2018-05-11T12:00:00.000Z', '2018-05-14T01:00:00.000Z'],
  ['a Sunday', '2018-05-13T04:00:00.000Z', '2018-05-14T01:00:00.000Z'],
])('%s', (_, instant, then) => {
  expect(inOfficeHours(instant)).toBe(then)
})
