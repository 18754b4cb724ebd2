import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { draftOf, forgetUnsaved, isUnsaved, unsavedText } from './unsaved-notes.ts'

const at = { batch: '2018-2', unit: 'dazhuang', method: 'interviews' }
const [first, again] = [
  { ...at, visit: 7 },
  { ...at, visit: 10 },
]

beforeEach(() => {
  const written = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => written.get(key) ?? null,
    setItem: (key: string, value: string) => void written.set(key, value),
    removeItem: (key: string) => void written.delete(key),
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

it('is of the assessment during which it was typed, and of no later one', () => {
  draftOf(first, 's-1').keep({ text: { value: '首次考核走访所记。', base: null } })
  expect([isUnsaved(first, 's-1'), isUnsaved(again, 's-1')]).toEqual([true, false])
  expect(unsavedText(first, 's-1')).toBe('首次考核走访所记。')
  expect(isUnsaved({ ...first, method: 'documents' }, 's-1')).toBe(false)
  forgetUnsaved(first, 's-1')
  expect(isUnsaved(first, 's-1')).toBe(false)
})
