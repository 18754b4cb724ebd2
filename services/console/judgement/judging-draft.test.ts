import { expect, it } from 'vitest'
import { beginAgainWith } from './judging-draft.ts'

it('begins again with what went back, as the API gives it', () => {
  const values = { outcome: 'returned', reason: '请补正', reopens: ['fullName'], lastDay: '2018-05-30' }
  expect(beginAgainWith(values)).toEqual(values)
  expect(beginAgainWith({ outcome: 'accepted', reason: '符合', checklist: { complete: true } })).toEqual({
    ...{ outcome: 'accepted', reason: '符合', checklist: { complete: true }, reopens: [] },
  })
})

it('begins empty where nothing went back', () => {
  for (const values of [undefined, {}]) expect(beginAgainWith(values)).toEqual({ reason: '', reopens: [] })
})
