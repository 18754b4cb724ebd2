import { expect, it } from 'vitest'
import { wordsOf } from './words-of.ts'

const field = (kind: 'text' | 'choice' | 'choices' | 'checklist' | 'number') => ({
  name: 'one',
  label: '一',
  kind,
  required: true,
  choices: [
    { value: 'government', label: '行政机关' },
    { value: 'other', label: '其他' },
  ],
})

it('says a choice by its label, and a number as it is', () => {
  expect(wordsOf(field('choice'), 'government')).toBe('行政机关')
  expect(wordsOf(field('choices'), ['other', 'government'])).toBe('其他、行政机关')
  expect(wordsOf(field('checklist'), { other: true })).toBe('行政机关：否\n其他：是')
  expect(wordsOf(field('number'), 0)).toBe('0')
  expect(wordsOf(field('text'), '普法')).toBe('普法')
})
it('says nothing of what is not filled in, or of another shape', () => {
  for (const value of [undefined, null, '']) expect(wordsOf(field('text'), value)).toBeUndefined()
  expect(wordsOf(field('choices'), 'other')).toBeUndefined()
  expect(wordsOf(field('text'), { a: 1 })).toBeUndefined()
})
