import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changedParts } from './changed-parts.ts'

const marks = { same: '', new: '+', gone: '-' }
const shown = (before: string, now: string) => changedParts(before, now).map(({ is, text }) => `${marks[is]}${text}`)

it('marks sentences that are new and those that are gone', () => {
  expect(shown('制度已建立。培训一期。\n', '制度已建立。培训两期；开展评查。\n')).toEqual([
    '制度已建立。',
    '-培训一期。\n',
    '+培训两期；',
    '+开展评查。\n',
  ])
  expect(shown('', '已开展')).toEqual(['+已开展'])
  expect(shown('已开展', '')).toEqual(['-已开展'])
})

it('marks nothing where only the break between paragraphs differs', () => {
  expect(shown('甲。乙。', '甲。\n乙。')).toEqual(['甲。\n', '乙。'])
})

it('keeps every sentence of both, in order', () => {
  const text = fc
    .array(fc.constantFrom('甲。', '乙；', '丙\n', '丁', '！'), { maxLength: 12 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(text, text, (before, now) => {
      const parts = changedParts(before, now)
      const of = (left: 'new' | 'gone') => parts.flatMap(({ is, text }) => (is === left ? [] : [text])).join('')
      expect(of('gone')).toBe(now)
      expect(of('new').replaceAll('\n', '')).toBe(before.replaceAll('\n', ''))
    }),
  )
})
