import { expect, it } from 'vitest'
import { howFar, isLeft, spreadProgress } from './spread-progress.ts'

const reached = { number: 1, result: 'reached' } as const
const lines = [
  reached,
  { number: 2, result: 'notReached' },
  { number: 1, result: 'notApplicable' },
  { number: 1, result: 'notApplicable', missing: '没有写明不适用的理由' },
  { number: 3, missing: '没有选择自评结论' },
  { number: 0, missing: '没有选择自评结论' },
  { ...reached, toMend: true },
] as const

it('tells what is written, begun, empty, not applicable and sent back apart', () => {
  expect(lines.map(howFar)).toEqual(['done', 'done', 'notApplicable', 'begun', 'begun', 'empty', 'toMend'])
  expect(spreadProgress(lines)).toEqual({ items: 7, done: 2, begun: 2, empty: 1, notApplicable: 1, toMend: 1, left: 4 })
  expect(lines.map(isLeft)).toEqual([false, false, false, true, true, true, true])
  expect(spreadProgress([])).toEqual({ items: 0, done: 0, begun: 0, empty: 0, notApplicable: 0, toMend: 0, left: 0 })
})
