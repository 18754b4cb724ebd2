import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './deadline.ts'
import { type Convention, lastDayOf, YearNotCovered } from './period.ts'
import periods from './periods.json' with { type: 'json' }

const CONVENTIONS: readonly Convention[] = ['A', 'B', 'C', 'D']

describe.each(periods.vectors)('$n days published on $publish', ({ publish, n: days, error, ...ends }) => {
  if (error)
    it.each(CONVENTIONS)('convention %s is an error, never a guess', (convention) => {
      expect(() => lastDayOf({ publish, days, convention })).toThrow(YearNotCovered)
      expect(() => lastDayOf({ publish, days, convention })).toThrow(
        '2027年的节假日安排尚未公布（现有2004年至2026年），无法推算到期日',
      )
    })
  else
    it.each(CONVENTIONS)('convention %s', (convention) => {
      expect(lastDayOf({ publish, days, convention })).toBe(ends[convention])
    })
})

it('covers no year that the library has no data for', () => {
  const data = join(dirname(createRequire(import.meta.url).resolve('chinese-days')), 'years')
  const years = readdirSync(data).flatMap((name) => /^(\d{4})\.json$/.exec(name)?.[1] ?? [])
  for (let year = 2000; year < 2040; year++) {
    const asked = () => lastDayOf({ publish: `${year}-06-01`, days: 3, convention: 'C' })
    if (years.includes(String(year))) expect(asked()).toMatch(`${year}-06-`)
    else expect(asked).toThrow(YearNotCovered)
  }
})

it('refuses a period without a day', () => {
  expect(() => lastDayOf({ publish: '2026-06-18', days: 0, convention: 'A' })).toThrow('at least one whole day')
})

it('never ends earlier by counting working days, or by leaving out the first day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 365 * 20 }), fc.integer({ min: 1, max: 60 }), (offset, days) => {
      const publish = addDays('2004-06-01', offset)
      const [a, b, c, d] = CONVENTIONS.map((convention) => lastDayOf({ publish, days, convention }))
      expect(a! < b! && b! <= c! && a! <= d! && d! <= c!).toBe(true)
    }),
  )
})
