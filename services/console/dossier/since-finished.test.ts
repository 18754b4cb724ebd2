import { expect, it } from 'vitest'
import { saidSince } from './since-finished.tsx'

it.each([
  [{ isBack: false, changed: 0 }, undefined],
  [{ isBack: false, changed: 2 }, '自评定稿之后修改了2项，没有重新定稿，申报表中还是定稿时的内容。'],
  [{ isBack: false, changed: 0, toMend: 1 }, '退回的指标还有1项没有改。'],
  [
    { isBack: true, changed: 2, toMend: 1 },
    '自评退回之后修改了2项，没有重新定稿，申报表中还是退回前的内容；退回的指标还有1项没有改。',
  ],
  [{ isBack: true, changed: 0 }, '自评退回后没有重新定稿，申报表中还是退回前的内容。'],
])('of %j says %j', (of, said) => {
  expect(saidSince(of)).toBe(said)
})
