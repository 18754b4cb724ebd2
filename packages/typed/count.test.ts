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

  it('is none in an empty field', () => {
    for (const text of ['', ' ', '\u3000\u200b']) expect(typedCount(text)).toBeUndefined()
  })
})

it('reads Chinese numerals digit by digit or by their places, and nothing else', () => {
  expect(['二〇一八', '三十一', '九千九百九十九', '一百零一', '一百一'].map(chineseNumber)).toEqual([
    2018, 31, 9999, 101, 101,
  ])
  expect(['', '千百', '一百百', '零十', '一二十'].map(chineseNumber)).toEqual(Array(5).fill(undefined))
})
