import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addDays } from './deadline.ts'
import { type Convention, lastDayOf, sourcesOf, YearNotCovered } from './period.ts'
import periods from './periods.json' with { type: 'json' }

const CONVENTIONS: readonly Convention[] = ['A', 'B', 'C', 'D']

describe.each(periods.vectors.map((vector) => [`${vector.n} days published on ${vector.publish}`, vector] as const))(
  '%s',
  (_, { publish, n: days, error, holidays, ...ends }) => {
    const entered = holidays && [{ year: 2027, ...holidays }]
    it.each(CONVENTIONS)('convention %s', (convention) => {
      const asked = () => lastDayOf({ publish, days, convention, entered })
      const last = ends[convention]
      if (last) return expect(asked()).toBe(last)
      expect(error).toContain(convention)
      expect(asked).toThrow(YearNotCovered)
      expect(asked).toThrow('系统尚未录入2027年的节假日安排')
      expect(asked).toThrow('“名册”的“节假日”')
    })
  },
)

/** West of UTC, where the day’s first instant in UTC is still the day before; with half an hour, and far ahead. */
const ZONES = [
  'America/Los_Angeles',
  'Pacific/Pago_Pago',
  'America/St_Johns',
  'UTC',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
]
describe.each(ZONES)('on a machine set to %s', (zone) => {
  beforeEach(() => void vi.stubEnv('TZ', zone))
  afterEach(() => void vi.unstubAllEnvs())

  it('counts as anywhere else', () => {
    const ends = periods.vectors.flatMap(({ publish, n: days, holidays }) =>
      CONVENTIONS.map((convention) => {
        const counted = { publish, days, convention, entered: holidays && [{ year: 2027, ...holidays }] }
        try {
          return lastDayOf(counted)
        } catch (error) {
          expect(error).toBeInstanceOf(YearNotCovered)
          return undefined
        }
      }),
    )
    expect(ends).toEqual(periods.vectors.flatMap((vector) => CONVENTIONS.map((convention) => vector[convention])))
    expect(lastDayOf({ publish: '2026-02-13', days: 7, convention: 'C' })).toBe('2026-03-02')
  })
})

const of2027 = {
  year: 2027,
  source: '国务院办公厅关于2027年部分节假日安排的通知（国办发明电〔2026〕0号）',
  off: ['2027-01-01', '2027-01-02', '2027-01-03'],
  work: ['2027-01-09'],
}

describe('what the county has entered', () => {
  it('goes before the installed data of the same year', () => {
    const other = { ...of2027, year: 2026, off: ['2026-06-22'], work: [] }
    const asked = { publish: '2026-06-18', days: 10, convention: 'C' } as const
    expect(lastDayOf(asked)).toBe('2026-07-03')
    expect(lastDayOf({ ...asked, entered: [other] })).toBe('2026-07-03')
    expect(lastDayOf({ ...asked, entered: [{ ...other, work: ['2026-06-20'] }] })).toBe('2026-07-02')
  })
  it('says nothing of another year', () => {
    const asked = { publish: '2026-06-18', days: 10, convention: 'C', entered: [of2027] } as const
    expect(lastDayOf(asked)).toBe('2026-07-03')
  })
  it('may take in the last days of the year before', () => {
    const entered = [{ ...of2027, off: ['2026-12-31', ...of2027.off] }]
    expect(lastDayOf({ publish: '2026-12-28', days: 7, convention: 'D', entered })).toBe('2027-01-07')
    expect(sourcesOf({ publish: '2026-12-28', days: 3, convention: 'D', entered })).toEqual([
      '国务院办公厅关于2026年节假日安排的通知',
    ])
    expect(sourcesOf({ publish: '2026-12-29', days: 3, convention: 'D', entered })).toHaveLength(2)
  })
})

it('says by its name that the holidays of a year are lacking', () => {
  const asked = () => lastDayOf({ publish: '2027-06-01', days: 3, convention: 'C' })
  expect(asked).toThrow(expect.objectContaining({ name: 'YearNotCovered', year: 2027 }))
})

describe('from where the holidays are', () => {
  const own = `${of2027.source}（由本县录入）`
  const data = '国务院办公厅关于2026年节假日安排的通知'
  const sources = (days: readonly string[], more: { publish: string; days: number }, as: 'off' | 'work' = 'off') =>
    sourcesOf({ ...more, convention: 'D', entered: [{ ...of2027, off: [], work: [], [as]: days }] })

  it('are the next year’s too where its notice decides a day of the period, the first and the last of it included', () => {
    const two = { publish: '2026-12-29', days: 2 }
    expect(sources(['2026-12-29'], two)).toEqual([data, own])
    expect(sources(['2026-12-26'], { publish: '2026-12-25', days: 2 }, 'work')).toEqual([data, own])
    expect(sources(['2026-12-28'], two)).toEqual([data])
    expect(sources(['2026-12-31', '2026-12-28'], two)).toEqual([data])
  })
  it('are named in the order of their years, whichever was entered first', () => {
    const of2026 = { ...of2027, year: 2026, source: '2026年的通知', off: ['2026-01-01'], work: [] }
    const entered = [of2027, of2026]
    expect(sourcesOf({ publish: '2026-12-28', days: 7, convention: 'C', entered })).toEqual([
      '2026年的通知（由本县录入）',
      own,
    ])
  })
})

describe('from where the holidays of each way of counting are', () => {
  const counted = { publish: '2026-12-28', days: 7, entered: [of2027] }
  it.each([
    ['A', []],
    ['B', [`${of2027.source}（由本县录入）`]],
    ['C', ['国务院办公厅关于2026年节假日安排的通知', `${of2027.source}（由本县录入）`]],
    ['D', ['国务院办公厅关于2026年节假日安排的通知', `${of2027.source}（由本县录入）`]],
  ] as const)('%s', (convention, sources) => {
    expect(sourcesOf({ ...counted, convention })).toEqual(sources)
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
