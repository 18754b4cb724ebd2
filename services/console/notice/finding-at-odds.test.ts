import { expect, it } from 'vitest'
import { findingAtOdds } from './finding-at-odds.ts'

it.each([
  [{ result: 'upheld', reason: '经调查，异议不成立。' }, '所写的是异议不成立，认定结果却不是“异议不成立”，请核对。'],
  [{ result: 'notUpheld', reply: '经调查，反映情况属实。' }, '所写的是异议成立，认定结果却是“异议不成立”，请核对。'],
  [{ result: 'upheld', reason: '经调查，异议成立。' }, undefined],
  [{ result: 'notUpheld', reason: '经调查，反映的问题不属实', reply: '异议不成立。' }, undefined],
  // Part of it holds: what follows from it is for whoever finds.
  [{ result: 'upheld', reason: '一项问题属实，其他情况不属实。' }, undefined],
  [{}, undefined],
])('%j', (values, said) => {
  expect(findingAtOdds(values)).toBe(said)
})
