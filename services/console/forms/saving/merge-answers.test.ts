import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeAnswers, same, sameAnswers } from './merge-answers.ts'

const base = { reason: '基础较好', project: '规范执法', workPlan: ['a', 'b'] }

it('takes what only the others changed, and keeps what only I changed', () => {
  const merged = mergeAnswers(base, { ...base, reason: '我的' }, { ...base, project: '他们的' })
  expect(merged).toEqual({
    values: { ...base, reason: '我的', project: '他们的' },
    taken: ['project'],
    collisions: [],
  })
})
it('keeps mine on the screen where both changed one answer, and tells theirs', () => {
  const { values, collisions } = mergeAnswers(base, { ...base, reason: '我的' }, { ...base, reason: '他们的' })
  expect(values).toEqual({ ...base, reason: '我的' })
  expect(collisions).toEqual([{ field: 'reason', mine: '我的', theirs: '他们的' }])
})
it('has nothing to do where both say the same, in whatever order', () => {
  expect(
    mergeAnswers(base, { ...base, reason: '一样' }, { workPlan: ['a', 'b'], project: '规范执法', reason: '一样' }),
  ).toMatchObject({
    taken: [],
    collisions: [],
  })
  expect(sameAnswers({ a: 1, b: undefined }, { a: 1 })).toBe(true)
})
it('keeps files that either added and loses those that either removed', () => {
  const { values, collisions } = mergeAnswers(
    base,
    { ...base, workPlan: ['b', 'mine'] },
    { ...base, workPlan: ['a', 'b', 'theirs'] },
  )
  expect(values.workPlan).toEqual(['b', 'mine', 'theirs'])
  expect(collisions).toEqual([])
})

const answers = fc.record(
  { reason: fc.constantFrom('x', 'y', 'z'), project: fc.constantFrom('x', 'y', 'z'), phone: fc.constantFrom('1', '2') },
  { requiredKeys: [] },
)
it('never loses an answer that I changed, nor one that they changed without asking', () => {
  fc.assert(
    fc.property(answers, answers, answers, (was, mine, theirs) => {
      const merged = mergeAnswers(was, mine, theirs)
      for (const field of ['reason', 'project', 'phone'] as const) {
        const isMine = !same(was[field], mine[field])
        const isTheirs = !same(was[field], theirs[field])
        const told = merged.collisions.some((one) => one.field === field && same(one.theirs, theirs[field]))
        if (isMine) expect(merged.values[field]).toEqual(mine[field])
        else if (isTheirs) expect(merged.values[field]).toEqual(theirs[field])
        if (isMine && isTheirs && !same(mine[field], theirs[field])) expect(told).toBe(true)
      }
    }),
  )
})
