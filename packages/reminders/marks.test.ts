import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, firstLateInstant } from '#calendar/deadline.ts'
import { isAtWork, markReached, reachOf } from './marks.ts'

const LATE = firstLateInstant('2018-05-15')

describe('a day of work', () => {
  it('is one of Monday to Friday, but for holidays and days worked instead', () => {
    expect(isAtWork('2018-05-08', [])).toBe(true)
    expect(isAtWork('2018-05-12', [])).toBe(false)
    // Labour Day of 2018 was a Tuesday, and the Monday before it was off; the Saturday before was worked.
    expect(['2018-04-28', '2018-04-30', '2018-05-01'].map((day) => isAtWork(day, []))).toEqual([true, false, false])
  })
  it('is one of Monday to Friday in a year that nobody has entered', () => {
    expect(['2031-10-01', '2031-10-04'].map((day) => isAtWork(day, []))).toEqual([true, false])
    const entered = [{ year: 2031, source: '通知', off: ['2031-10-01'], work: ['2031-10-04'] }]
    expect(['2031-10-01', '2031-10-04'].map((day) => isAtWork(day, entered))).toEqual([false, true])
  })
  it('speaks for the days off after it', () => {
    expect(reachOf('2018-05-08', [])).toBe('2018-05-08')
    expect(reachOf('2018-05-11', [])).toBe('2018-05-13')
    expect(reachOf('2018-09-30', [])).toBe('2018-10-07')
  })
})

describe('a mark', () => {
  it('is reached on its day, and stays so until a nearer one is', () => {
    const on = (day: string) => markReached([7, 1], LATE, day)
    expect(['2018-05-07', '2018-05-08', '2018-05-13', '2018-05-14', '2018-05-15'].map(on)).toEqual([
      undefined,
      7,
      7,
      1,
      1,
    ])
    expect(markReached([], LATE, '2018-05-15')).toBeUndefined()
    expect(markReached([0], LATE, '2018-05-14')).toBeUndefined()
    expect(markReached([0], LATE, '2018-05-15')).toBe(0)
  })
  it('comes before its date whatever days are off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 20 }), (day, mark) => {
        const lastDay = addDays('2018-01-20', day)
        const days = Array.from({ length: 60 }, (_, i) => addDays(lastDay, i - 60))
        const said = [...days, lastDay]
          .filter((one) => isAtWork(one, []))
          .find((one) => markReached([mark], firstLateInstant(lastDay), reachOf(one, [])) !== undefined)
        expect(said).toBeDefined()
        expect(said! <= addDays(lastDay, -mark)).toBe(true)
      }),
    )
  })
})
