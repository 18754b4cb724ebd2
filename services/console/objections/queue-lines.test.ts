import { describe, expect, it } from 'vitest'
import { actsOf, alikeTo, type Line, nextAfter, shownLines, takenBy, together } from './queue-lines.ts'

const line = (objection: string, more: Partial<Line> = {}): Line => ({
  ...{ objection, about: 'dazhuang', aboutName: '大庄镇', channel: 'page', on: '2018-06-11', anonymous: true },
  ...{ status: 'received', statusTitle: '已收到', waits: 'admitting', batch: '2018-2', n: 1, same: objection },
  ...{ commands: ['admit-objection', 'decline-objection'], others: [] },
  ...more,
})
const [a, b, c] = [line('a'), line('b', { about: 'caogou', aboutName: '草沟镇', n: 2 }), line('c', { same: 'a' })]
const ids = (lines: readonly Line[]) => lines.map(({ objection }) => objection)

it('narrows by unit or number, by what it waits for, and by notice', () => {
  const none = { words: '', waits: '', notice: '' }
  expect(ids(shownLines([a, b, c], none))).toEqual(['a', 'b', 'c'])
  expect(ids(shownLines([a, b, c], { ...none, words: '草沟' }))).toEqual(['b'])
  expect(ids(shownLines([a, b, c], { ...none, words: 'c' }))).toEqual(['c'])
  expect(ids(shownLines([a, b, c], { ...none, notice: '2018-2/2' }))).toEqual(['b'])
  expect(ids(shownLines([a, line('d', { waits: 'answering' })], { ...none, waits: 'answering' }))).toEqual(['d'])
})

describe('those that say the same', () => {
  it('stand together at the place of the oldest', () => {
    expect(ids(together([a, b, c]))).toEqual(['a', 'c', 'b'])
  })
  it('are picked together, but for those that this person may not decide', () => {
    expect(ids(alikeTo(a, [a, b, c]))).toEqual(['a', 'c'])
    expect(alikeTo(b, [a, b, c])).toEqual([])
    expect(alikeTo(a, [a, line('c', { same: 'a', commands: [] })])).toEqual([])
  })
})

describe('an act on what was picked', () => {
  const admitted = line('d', { waits: 'answering', commands: ['find-objection'] })
  it('is offered where one of them takes it, and leaves the others out', () => {
    expect(actsOf([a, admitted])).toEqual(['admit-objection', 'decline-objection', 'find-objection'])
    expect(actsOf([admitted])).toEqual(['find-objection'])
    const { taken, leftOut, later } = takenBy('find-objection', [a, admitted])
    expect([ids(taken), ids(leftOut), later]).toEqual([['d'], ['a'], 0])
  })
  it('takes the oldest twenty', () => {
    const many = Array.from({ length: 23 }, (_, i) => line(`o${i}`))
    const { taken, later } = takenBy('admit-objection', many)
    expect([ids(taken), later]).toEqual([ids(many.slice(0, 20)), 3])
  })
})

it('goes on to the line after what was done, and at the end to the first', () => {
  expect(nextAfter(['a', 'c'], [a, c, b])?.objection).toBe('b')
  expect(nextAfter(['b'], [a, c, b])?.objection).toBe('a')
  expect(nextAfter(['a'], [a])).toBeUndefined()
})
