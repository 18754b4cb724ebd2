import { describe, expect, it } from 'vitest'
import { HOLIDAYS_2019, HOLIDAYS_2027 } from '../../test/given/holidays.ts'
import { isWeekend, lackingOf, problemsOf } from './holidays.ts'

it('finds nothing lacking in a whole year', () => {
  for (const year of [HOLIDAYS_2019, HOLIDAYS_2027]) expect([lackingOf(year), problemsOf(year)]).toEqual([[], {}])
})

it('names every holiday of the year that is not among the days', () => {
  expect(lackingOf({ year: 2026, off: ['2026-09-03'] })).toEqual([
    ...['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'],
  ])
  expect(lackingOf({ year: 2027, off: ['2027-01-01', '2027-05-01', '2027-10-01'] })).toEqual([
    ...['春节', '清明节', '端午节', '中秋节'],
  ])
  // Those of April, June and autumn are holidays since 2008.
  expect(lackingOf({ year: 2007, off: [] })).toEqual(['元旦', '春节', '劳动节', '国庆节'])
})

it.each([
  [2008, '2008-02-07', '2008-04-04', '2008-06-08', '2008-09-14'],
  [2020, '2020-01-25', '2020-04-04', '2020-06-25', '2020-10-01'],
  [2025, '2025-01-29', '2025-04-04', '2025-05-31', '2025-10-06'],
  [2026, '2026-02-17', '2026-04-05', '2026-06-19', '2026-09-25'],
  // The new moon falls minutes before midnight.
  [2027, '2027-02-06', '2027-04-05', '2027-06-09', '2027-09-15'],
  [2033, '2033-01-31', '2033-04-04', '2033-06-01', '2033-09-08'],
])('knows where the moving ones are in %i', (year, ...off) => {
  expect(lackingOf({ year, off: [`${year}-01-01`, `${year}-05-01`, `${year}-10-01`, ...off] })).toEqual([])
})

it('refuses what is not the whole year, and says how a day is added', () => {
  expect(problemsOf({ ...HOLIDAYS_2027, off: ['2027-09-03'], work: [] })).toEqual({
    off:
      '放假日期中没有元旦、春节、清明节、劳动节、端午节、中秋节、国庆节，不是全年的安排；' +
      '请把国务院办公厅通知中2027年的放假和上班日期写全；另有增加的放假日，与全年的安排写在一起再录入',
  })
  const one = ['2027-01-01', '2027-02-06', '2027-04-05', '2027-05-01', '2027-06-09', '2027-09-15', '2027-10-01']
  expect(problemsOf({ ...HOLIDAYS_2027, off: one }).off).toContain('放假日期只有7天，少于法定的天数')
  expect(problemsOf({ ...HOLIDAYS_2027, off: [...HOLIDAYS_2027.off, '2027-09-03'] })).toEqual({})
})

it('knows a weekend', () => {
  const week = ['2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07', '2027-01-08', '2027-01-09', '2027-01-10']
  expect(week.filter(isWeekend)).toEqual(['2027-01-09', '2027-01-10'])
})

describe('what cannot be in a notice', () => {
  const year = HOLIDAYS_2027
  const { off } = year
  it('is nothing in one that is right, from the last week of the year before to the last day', () => {
    expect(problemsOf({ ...year, off: [...off, '2026-12-25', '2027-12-31'] })).toEqual({})
  })
  it('is a day of another year, each of them', () => {
    expect(problemsOf({ ...year, off: ['2026-12-24', ...off, '2028-01-01'], work: ['2028-01-08'] })).toEqual({
      off: '2026年12月24日不在2027年的安排之内；2028年1月1日不在2027年的安排之内',
      work: '2028年1月8日不在2027年的安排之内',
    })
  })
  it('is a day that is both off and worked, or worked anyway', () => {
    expect(problemsOf({ ...year, off: [...off, '2027-01-09'] })).toEqual({ work: '2027年1月9日既列为放假，又列为上班' })
    expect(problemsOf({ ...year, work: ['2027-01-08', '2027-01-10'] })).toEqual({
      work: '2027年1月8日不是周末，本为工作日，不必列入',
    })
  })
  it('is more days off or worked than any year had, or more in a row', () => {
    const days = (month: string, count: number) =>
      Array.from({ length: count }, (_, i) => `2027-${month}-${String(i + 1).padStart(2, '0')}`)
    const whole = new Set(off).size
    expect(problemsOf({ ...year, off: [...off, ...days('03', 31)] }).off).toBe(
      `放假日期共${whole + 31}天，历年最多33天，超过40天的不能录入；请对照国务院办公厅的通知核对；` +
        '2027年3月1日至2027年3月31日连续放假31天，历年最多连续10天，超过12天的不能录入；请对照国务院办公厅的通知核对',
    )
    // A day twice is one day, and days apart are no row.
    const few = Array.from(
      { length: 40 - whole },
      (_, i) => `2027-0${7 + (i % 2)}-${String(1 + i * 2).padStart(2, '0')}`,
    )
    expect(problemsOf({ ...year, off: [...off, ...few, ...few] })).toEqual({})
    expect(problemsOf({ ...year, off: [...off, ...few, '2027-11-11'] }).off).toContain('共41天')
    expect(problemsOf({ ...year, off: [...off, ...days('03', 13)] }).off).toContain('连续放假13天')
    const sundays = Array.from({ length: 21 }, (_, i) =>
      new Date(Date.UTC(2027, 6, 4 + i * 7)).toISOString().slice(0, 10),
    )
    const free = sundays.filter((day) => !off.includes(day))
    expect(problemsOf({ ...year, work: free.slice(0, 18) })).toEqual({})
    const saturdays = free.map((day) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10))
    expect(
      problemsOf({ ...year, work: [...free, ...saturdays].filter((day) => !off.includes(day)).slice(0, 21) }).work,
    ).toBe('上班日期共21天，历年最多12天，超过20天的不能录入；请对照国务院办公厅的通知核对')
  })
})
