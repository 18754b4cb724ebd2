import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetValues, keepValues, keptValues, whyOtherwise } from '../forms/kept-values.ts'
import { stayOf } from '../forms/offered-command.ts'
import { beginAgainWith, draftFrom, takeTo } from './judging-draft.ts'

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

it('keeps the conclusion and what is to be mended where the opinion could not be kept', () => {
  const kept = { outcome: 'returned', reason: undefined, reopens: ['fullName'], checklist: { scope: true } }
  const beginning = { reason: '按送审稿', reopens: [] }
  expect(draftFrom(kept, beginning)).toEqual({ ...kept, reason: '' })
  expect(draftFrom(undefined, beginning)).toEqual(beginning)
})

describe('what was typed at an earlier stay of the case', () => {
  const NAME = 'judging/2018-2/wafang/review'
  const [first, second] = [stayOf({ visit: 1 }), stayOf({ visit: 2 })]
  const typed = { reason: '项目名称具体，同意。', reopens: [] }
  beforeEach(() => {
    const written = new Map<string, string>()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => written.get(key) ?? null,
      setItem: (key: string, value: string) => void written.set(key, value),
      removeItem: (key: string) => void written.delete(key),
    })
  })
  afterEach(() => {
    forgetValues(NAME)
    vi.unstubAllGlobals()
  })

  it('is there at the next one, which says so, also after a change', () => {
    keepValues(NAME, typed, [], first)
    expect(whyOtherwise(NAME, first)).toBeUndefined()
    expect(draftFrom(keptValues(NAME), beginAgainWith(undefined))).toEqual(typed)
    expect(whyOtherwise(NAME, second)).toBe('这里有本件离开本环节之前填写的内容，请核对后再办。')
    keepValues(NAME, { ...typed, outcome: 'accepted' }, [], second)
    expect(whyOtherwise(NAME, second)).toBeDefined()
  })

  it('is of this one once it was looked at, and stays though nothing more was typed', () => {
    keepValues(NAME, typed, [], first)
    takeTo(NAME, draftFrom(keptValues(NAME), beginAgainWith(undefined)), second)
    expect([keptValues(NAME), whyOtherwise(NAME, second)]).toEqual([typed, undefined])
  })

  it('is not kept where nothing stands there', () => {
    keepValues(NAME, { reason: '', reopens: [] }, [], first)
    takeTo(NAME, beginAgainWith(undefined), second)
    expect(keptValues(NAME)).toBeUndefined()
    takeTo(NAME, { reason: '', reopens: [], outcome: 'accepted' }, second)
    expect(keptValues(NAME)).toMatchObject({ outcome: 'accepted' })
  })
})
