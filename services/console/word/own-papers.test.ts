import { expect, it } from 'vitest'
import { ownPapersOf } from './own-papers.ts'

it('knows where each form lies, and none where the county has none', () => {
  const own = ownPapersOf('notice-0123456789abcdef objection-declined-fedcba9876543210')
  expect([...own]).toEqual([
    ['notice', '/console/assets/papers/notice-0123456789abcdef.docx'],
    ['objection-declined', '/console/assets/papers/objection-declined-fedcba9876543210.docx'],
  ])
  expect([ownPapersOf(undefined).size, ownPapersOf('').size, ownPapersOf('notice').size]).toEqual([0, 0, 0])
})
