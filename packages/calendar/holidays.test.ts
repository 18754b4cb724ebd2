import { describe, expect, it } from 'vitest'
import { isWeekend, lackingOf, problemsOf } from './holidays.ts'

const year = { year: 2027, source: '通知', off: ['2027-01-01', '2027-05-01', '2027-10-01'], work: ['2027-01-09'] }

it('knows a weekend', () => {
  const week = ['2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07', '2027-01-08', '2027-01-09', '2027-01-10']
  expect(week.filter(isWeekend)).toEqual(['2027-01-09', '2027-01-10'])
})

it('names the days off in every year that were left out, of that year alone', () => {
  expect(lackingOf(year)).toEqual([])
  expect(lackingOf({ ...year, off: ['2026-01-01', '2027-05-01', '2027-10-02'] })).toEqual(['元旦', '国庆节'])
})

describe('what cannot be in a notice', () => {
  it('is nothing in one that is right, from the last week of the year before to the last day', () => {
    expect(problemsOf(year)).toEqual({})
    expect(problemsOf({ ...year, off: ['2026-12-25', '2027-12-31'] })).toEqual({})
  })
  it('is a day of another year, each of them', () => {
    expect(problemsOf({ ...year, off: ['2026-12-24', '2027-01-01', '2028-01-01'], work: ['2028-01-08'] })).toEqual({
      off: '2026年12月24日不在2027年的安排之内；2028年1月1日不在2027年的安排之内',
      work: '2028年1月8日不在2027年的安排之内',
    })
  })
  it('is a day that is both off and worked, or worked anyway', () => {
    expect(problemsOf({ ...year, off: ['2027-01-09'] })).toEqual({ work: '2027年1月9日既列为放假，又列为上班' })
    expect(problemsOf({ ...year, work: ['2027-01-08', '2027-01-10'] })).toEqual({
      work: '2027年1月8日不是周末，本为工作日，不必列入',
    })
  })
})
