import { describe, expect, it } from 'vitest'
import { addDays, dateOf, firstLateInstant, lapsesFrom } from './deadline.ts'
import periods from './periods.json' with { type: 'json' }

describe.each(periods.instants)('a period whose last day is $lastDay', ({ lastDay, received, inTime, ...vector }) => {
  it(`what is received at ${received} is ${inTime ? 'in time' : 'late'}`, () => {
    expect(received < firstLateInstant(lastDay)).toBe(inTime)
  })
  it('may lapse two minutes after its end', () => {
    expect(lapsesFrom(firstLateInstant(lastDay))).toBe(vector.lapsesFrom)
  })
  it('ends on the day it says in the county', () => {
    const lateFrom = firstLateInstant(lastDay)
    expect(dateOf(lateFrom)).toBe(addDays(lastDay, 1))
    expect(dateOf(new Date(Date.parse(lateFrom) - 1).toISOString())).toBe(lastDay)
  })
})

it('counts days across months, leap days and backwards', () => {
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
})
