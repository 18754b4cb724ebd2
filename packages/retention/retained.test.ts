import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addYears, daysBetween } from '#calendar/deadline.ts'
import { type DataKind, retention, USUAL_TERMS } from '#county/retention.ts'
import { isDue, longest, mustBeBlocked, type Need, retainedBy } from './retained.ts'

const KINDS = ['contact', 'signer', 'objector', 'staff', 'login'] as const satisfies DataKind[]
const dates = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1995-01-01', days))
const need = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'c'),
    digest: fc.constant('d'),
    kind: fc.constantFrom(...KINDS),
    stream: fc.constantFrom('case/2018-2/dazhuang', 'person/wang'),
    because: fc.constantFrom('over' as const, 'inUse' as const),
    endedOn: dates,
    atOnce: fc.boolean(),
  },
  { requiredKeys: ['id', 'digest', 'kind', 'stream', 'because'] },
)
const years = fc.integer({ min: 1, max: 100 })
const terms = fc
  .record({
    ...{ signer: fc.record({ years }), staff: fc.record({ years }) },
    ...{ contact: years, objector: years, login: years },
    useDays: fc.integer({ min: 0, max: 365 }),
  })
  .map(({ useDays, contact, objector, login, ...rest }) => ({
    ...rest,
    ...{ contact: { years: contact, useDays }, objector: { years: objector, useDays } },
    login: { years: login, useDays },
  }))

const of = (one: Partial<Need>): Need => ({
  ...{ id: 'a', digest: 'd', kind: 'contact', stream: 'case/2018-2/dazhuang', because: 'over' },
  ...one,
})

describe('in every case', () => {
  it('never lets anything that is needed fall due, or be blocked', () => {
    fc.assert(
      fc.property(need, terms, dates, ({ endedOn: _needed, ...one }, table, today) => {
        const kept = retainedBy(one, table)
        expect([isDue(kept, today), mustBeBlocked(kept, today)]).toEqual([false, false])
      }),
    )
  })

  it('never lets anything of a file fall due before the table says, nor later than the day after', () => {
    fc.assert(
      fc.property(need, terms, dates, ({ atOnce: _part, ...one }, table, endedOn) => {
        const { due = '' } = retainedBy({ ...one, endedOn }, table)
        const full = addYears(endedOn, table[one.kind].years)
        expect(daysBetween(full, due)).toBe(1)
        expect(due > endedOn).toBe(true)
      }),
    )
  })

  it('never blocks after it is due, nor before the need has ended', () => {
    fc.assert(
      fc.property(need, terms, dates, (one, table, endedOn) => {
        const { blockFrom, due = '' } = retainedBy({ ...one, endedOn }, table)
        if (blockFrom !== undefined) expect(endedOn <= blockFrom && blockFrom <= due).toBe(true)
      }),
    )
  })

  it('keeps what two say as long as the longer', () => {
    fc.assert(
      fc.property(fc.array(need, { minLength: 1 }), terms, dates, (all, table, today) => {
        const kept = all.map((one) => retainedBy(one, table))
        for (const one of longest(kept).values())
          expect(isDue(one, today)).toBe(kept.filter(({ id }) => id === one.id).every((each) => isDue(each, today)))
      }),
    )
  })
})

it('keeps to the end of the last day, and of February to its last', () => {
  expect(retainedBy(of({ endedOn: '2018-11-05' }), USUAL_TERMS)).toMatchObject({
    blockFrom: '2019-11-06',
    due: '2028-11-06',
  })
  expect([addYears('2016-02-29', 1), addYears('2016-02-29', 4)]).toEqual(['2017-02-28', '2020-02-29'])
  expect(retainedBy(of({ kind: 'login', endedOn: '2016-02-29' }), USUAL_TERMS).due).toBe('2017-03-01')
})

it('asks nothing to keep what is no part of a file', () => {
  const kept = retainedBy(of({ endedOn: '2018-05-02', because: 'replaced', atOnce: true }), USUAL_TERMS)
  expect(kept).toMatchObject({ blockFrom: '2018-05-02', due: '2018-05-02' })
})

it('goes on showing the names that papers say', () => {
  for (const kind of ['signer', 'staff'] as const)
    expect(retainedBy(of({ kind, endedOn: '2018-11-05' }), USUAL_TERMS).blockFrom).toBeUndefined()
})

describe('the table of a county', () => {
  it('is as usual where it says nothing, and each term by itself', () => {
    expect(retention.parse({ staff: { years: 30 } })).toEqual({ ...USUAL_TERMS, staff: { years: 30 } })
  })
  it('refuses a term that nobody means', () => {
    expect(retention.safeParse({ staff: { years: 0 } }).success).toBe(false)
    expect(retention.safeParse({ staff: { years: 10, useDays: 5 } }).success).toBe(false)
    expect(retention.safeParse({ guests: { years: 1 } }).success).toBe(false)
    expect(retention.safeParse({ login: { years: 1, useDays: 366 } }).error?.issues[0]).toMatchObject({
      path: ['login', 'useDays'],
      message: '停止使用不能晚于保存期满，请改小useDays或者改大years',
    })
  })
})
