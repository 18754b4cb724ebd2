import { describe, expect, it } from 'vitest'
import { chineseNumber, typedCount } from './count.ts'

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
    ['15天', 15],
    ['十五日', 15],
    ['9票', 9],
    ['１５　个工作日', 15],
    ['1,200', 1200],
    ['1，200', 1200],
    [' 1 5 ', 15],
    ['\u200b7', 7],
  ])('%j is %i', (text, count) => {
    expect(typedCount(text)).toEqual({ count })
  })

  it.each(['十五六', '15.5', '-3', '1,5', '很多', '1e3', '十百', '百', '二三十', 'abc', '15-20', '天'])(
    '%j is refused, and named',
    (text) => {
      expect(typedCount(text)).toEqual({ wrong: expect.stringContaining(`“${text}”`) })
    },
  )

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
  expect(['二〇一八', '三十一', '九千九百九十九', '一百零一', '一百一'].map(chineseNumber)).toEqual([
    2018, 31, 9999, 101, 101,
  ])
  expect(['', '千百', '一百百', '一百一百', '一百二千', '零十', '一二十'].map(chineseNumber)).toEqual(
    Array(7).fill(undefined),
  )
})
