import { expect, it } from 'vitest'
import { nameSome } from './name-some.ts'

const units = (count: number) => Array.from({ length: count }, (_, n) => `单位${n + 1}`)

it('names ten and says how many more there are', () => {
  expect(nameSome(units(2), '、')).toBe('单位1、单位2')
  expect(nameSome(units(10), '、')).toBe(units(10).join('、'))
  expect(nameSome(units(13), '；')).toBe(`${units(10).join('；')}；另有3个单位`)
})
