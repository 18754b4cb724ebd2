import { describe, expect, it } from 'vitest'
import { problemsOf } from '#calendar/holidays.ts'
import { EXAMPLE, readHolidays } from './read-holidays.ts'

const sentences = (text: string) => readHolidays(text).mistakes.map(({ line, sentence }) => `${line}: ${sentence}`)
const with_ = (...lines: string[]) => ['年份 2027', '依据 通知', '放假 2027-01-01', ...lines].join('\n')

it('reads the example that the command prints', () => {
  const { holidays, mistakes } = readHolidays(EXAMPLE)
  expect(mistakes).toEqual([])
  expect(problemsOf(holidays)).toEqual({})
  expect(holidays).toMatchObject({ year: 2026, off: expect.arrayContaining(['2026-02-17', '2026-10-07']) })
  expect([holidays.off.length, holidays.work]).toEqual([
    33,
    ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  ])
})

it.each([
  '放假：2027年2月5日至2027年2月7日',
  '放假 2027/2/5到2027/2/7',
  '放假　２０２７．２．５—２０２７．２．７',
  '放假 2027-2-5-2027-2-7',
  '放假 二〇二七年二月五日（星期五）至20270207',
])('takes dates as people type them: %s', (line) => {
  expect(readHolidays(with_(line, '', '# 春节'))).toMatchObject({
    holidays: { off: ['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07'] },
    mistakes: [],
  })
})

it('takes the year as it is written', () => {
  for (const year of ['2027年', '二〇二七年', '２０２７'])
    expect(readHolidays(`年份 ${year}\n依据 通知\n放假 2027-01-01`)).toMatchObject({
      holidays: { year: 2027 },
      mistakes: [],
    })
})

describe('says what it cannot read, and where', () => {
  it.each([
    ['放假 2027-02-30', '4: “2027-02-30”不是日期，2027年2月没有30日，请改正'],
    ['放假 2027年2月5日（星期六）', '4: “2027年2月5日（星期六）”的星期不对，这一天是星期五，请核对'],
    ['放假 2月5日至7日', '4: “2月5日”没有写明年份，请写成2018-6-15、2018年6月15日或20180615'],
    ['放假 2027年2月5日至', '4: 应为一个日期，或“某日至某日”，收到“2027年2月5日至”'],
    [
      '放假 2027-02-05至2027-02-06至2027-02-07',
      '4: 应为一个日期，或“某日至某日”，收到“2027-02-05至2027-02-06至2027-02-07”',
    ],
    ['放假 2027-02-05 至 2027-02-01', '4: “2027-02-05 至 2027-02-01”的起止日期不对'],
    ['放假 2027-02-05 至 2027-06-01', '4: “2027-02-05 至 2027-06-01”的起止日期不对'],
    ['上班 2027-01-09、2027-01-10', '4: 无法识别“2027-01-09、2027-01-10”，请写成2018-6-15、2018年6月15日或20180615'],
    [
      '放假 ２０２７－０２－０５～２０２７－０２－０１',
      '4: “２０２７－０２－０５～２０２７－０２－０１”的起止日期不对',
    ],
    ['休息：2027-02-05（初一）', '4: 应以年份、依据、放假或上班开头，收到“休息：2027-02-05（初一）”'],
    ['休息 2027-02-05', '4: 应以年份、依据、放假或上班开头，收到“休息 2027-02-05”'],
    ['年份 2028', '0: “年份”应写一行，现有2行'],
  ])('%s', (line, sentence) => {
    expect(sentences(with_(line))).toEqual([sentence])
  })
  it('what lacks', () => {
    expect(sentences('')).toEqual(['0: “年份”应写一行，现有0行', '0: “依据”应写一行，现有0行', '0: 没有“放假”的日期'])
  })
})
