import { describe, expect, it } from 'vitest'
import { EXAMPLE, readHolidays } from './read-holidays.ts'

const sentences = (text: string) => readHolidays(text).mistakes.map(({ line, sentence }) => `${line}: ${sentence}`)
const with_ = (...lines: string[]) => ['年份 2027', '依据 通知', '放假 2027-01-01', ...lines].join('\n')

it('reads the example that the command prints', () => {
  expect(readHolidays(EXAMPLE)).toEqual({
    holidays: {
      year: 2027,
      source: '国务院办公厅关于2027年部分节假日安排的通知（文号）',
      off: ['2027-01-01', '2027-01-02', '2027-01-03'],
      work: ['2027-01-09'],
    },
    mistakes: [],
  })
})

it.each(['放假：2027年2月5日至2027年2月7日', '放假 2027/2/5到2027/2/7', '放假　２０２７．２．５—２０２７．２．７'])(
  'takes dates as people type them: %s',
  (line) => {
    expect(readHolidays(with_(line, '', '# 春节'))).toMatchObject({
      holidays: { off: ['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07'] },
      mistakes: [],
    })
  },
)

describe('says what it cannot read, and where', () => {
  it.each([
    ['放假 2027-02-30', '4: 没有2027-02-30这一天'],
    ['放假 2月5日至7日', '4: 应为一个日期，或“某日至某日”，年月日写全，收到“2月5日至7日”'],
    ['放假 2027-02-05 至 2027-02-01', '4: “2027-02-05 至 2027-02-01”的起止日期不对'],
    ['放假 2027-02-05 至 2027-06-01', '4: “2027-02-05 至 2027-06-01”的起止日期不对'],
    ['上班 2027-01-09、2027-01-10', '4: 应为一个日期，或“某日至某日”，年月日写全，收到“2027-01-09、2027-01-10”'],
    ['休息 2027-02-05', '4: 应以年份、依据、放假或上班开头，收到“休息 2027-02-05”'],
    ['年份 2028', '0: “年份”应写一行，现有2行'],
  ])('%s', (line, sentence) => {
    expect(sentences(with_(line))).toEqual([sentence])
  })
  it('what lacks', () => {
    expect(sentences('')).toEqual(['0: “年份”应写一行，现有0行', '0: “依据”应写一行，现有0行', '0: 没有“放假”的日期'])
  })
})
