import { describe, expect, it } from 'vitest'
import { chineseNumber, measureOf, typedCount } from './count.ts'

it.each(['3', '第3名', '并列第三名', '３名', '第３', '并列3'])('%j is the third place', (text) => {
  expect(typedCount(text, 'ranks')).toEqual({ count: 3 })
})
it('takes no place for a number of something else, nor the other way round', () => {
  expect(typedCount('3票', 'ranks')).toEqual({ wrong: '“3票”的单位不对，这里填名次，请核对后只填数字' })
  expect(typedCount('第3名', 'places')).toEqual({ wrong: expect.stringContaining('无法识别') })
})

describe('a number as it is typed', () => {
  it.each([
    ['15', 15],
    ['１５', 15],
    ['十五', 15],
    ['十', 10],
    ['二十', 20],
    ['两百零五', 205],
    ['一百二十', 120],
    ['一千零一', 1001],
    ['拾伍', 15],
    ['〇', 0],
    ['零', 0],
    ['0', 0],
    ['7.0', 7],
    ['7.00天', 7],
    ['15天', 15],
    ['十五日', 15],
    ['9票', 9],
    ['１５　个工作日', 15],
    ['1,200', 1200],
    ['1，200', 1200],
    [' 15 ', 15],
    ['\u200b7', 7],
    ['二百五十', 250],
    ['二百零五', 205],
    ['廿', 20],
    ['廿五', 25],
    ['卅一', 31],
    ['1万', 10_000],
    ['一万', 10_000],
    ['1.5万', 15_000],
  ])('%j is %i', (text, count) => {
    expect(typedCount(text)).toEqual({ count })
  })

  it.each([
    '十五六',
    '15.5',
    '-3',
    '1,5',
    '很多',
    '1e3',
    '十百',
    '百',
    '二三十',
    'abc',
    '15-20',
    '天',
    '二百五',
    '一千一',
    '一百一',
    '五六',
    '一五天',
    '一万二',
    '万',
  ])('%j is refused, and named', (text) => {
    expect(typedCount(text)).toEqual({ wrong: expect.stringContaining(`“${text}”`) })
  })

  it.each([
    [' -3 ', '“-3”小于0，请改正'],
    ['−12天', '“−12天”小于0，请改正'],
    [' 15.5 ', '“15.5”不是整数，请改正'],
    ['120.25天', '“120.25天”不是整数，请改正'],
    [' 1e3 ', '无法识别“1e3”，请填写整数，如15'],
    ['3-5', '无法识别“3-5”，请填写整数，如15'],
    ['-3-5', '无法识别“-3-5”，请填写整数，如15'],
    ['x1.5', '无法识别“x1.5”，请填写整数，如15'],
    ['1.5.2', '无法识别“1.5.2”，请填写整数，如15'],
    ['x1,200', '无法识别“x1,200”，请填写整数，如15'],
    ['1,200x', '无法识别“1,200x”，请填写整数，如15'],
  ])('%j is refused: %s', (text, wrong) => {
    expect(typedCount(text)).toEqual({ wrong })
  })
  it.each([
    ['12,345', 12_345],
    ['1,234,567', 1_234_567],
  ])('%j is %i, by its thousands', (text, count) => {
    expect(typedCount(text)).toEqual({ count })
  })

  it('is none in an empty field', () => {
    for (const text of ['', ' ', '\u3000\u200b']) expect(typedCount(text)).toBeUndefined()
  })
})

it('reads Chinese numerals digit by digit or by their places, and nothing else', () => {
  expect(['二〇一八', '三十一', '九千九百九十九', '一百零一', '一百一十', '廿八', '二〇'].map(chineseNumber)).toEqual([
    2018, 31, 9999, 101, 110, 28, 20,
  ])
  expect(
    ['', '千百', '一百百', '一百一百', '一百二千', '零十', '一二十', '二百五', '三千六', '五六'].map(chineseNumber),
  ).toEqual(Array(10).fill(undefined))
})

it('says that a number which may be read in two ways is to be typed in digits', () => {
  for (const text of ['二百五', '五六', '五六天'])
    expect(typedCount(text)).toEqual({ wrong: `“${text}”可能有几种读法，请用数字填写，如15` })
})

describe('a number of something', () => {
  it('is none of another thing, which is said', () => {
    expect(typedCount('15个工作日', 'days')).toEqual({
      wrong: '“15个工作日”的单位不对，这里填自然日的天数，请核对后只填数字',
    })
    expect(typedCount('9天', 'votes')).toEqual({ wrong: '“9天”的单位不对，这里填票数，请核对后只填数字' })
    expect(typedCount('9票', 'places')).toEqual({ wrong: '“9票”的单位不对，这里填单位的个数，请核对后只填数字' })
  })
  it('is taken with its own measure, or without one', () => {
    for (const text of ['15天', '15日', '十五个自然日', '15']) expect(typedCount(text, 'days')).toEqual({ count: 15 })
    for (const text of ['9票', '9人', '9']) expect(typedCount(text, 'votes')).toEqual({ count: 9 })
    expect(typedCount('15个工作日')).toEqual({ count: 15 })
    expect([measureOf('15 个工作日'), measureOf('15')]).toEqual(['个工作日', ''])
  })
})

it('takes whatever a number of units or persons is counted in, and asks about a blank within it', () => {
  for (const [typed, unit, count] of [
    ['30家单位', 'places', 30],
    ['30 家单位', 'places', 30],
    ['十五个单位', 'places', 15],
    ['15户', 'places', 15],
    ['15位', 'votes', 15],
    ['十 五', 'votes', 15],
    ['15 天', 'days', 15],
  ] as const)
    expect([typed, typedCount(typed, unit)]).toEqual([typed, { count }])
  for (const typed of ['3 5', '１ ５', '1 000', '3\t5', '3 5家'])
    expect([typed, typedCount(typed, 'places')]).toEqual([typed, { wrong: expect.stringContaining('中间有空格') }])
})
