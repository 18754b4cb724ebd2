import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { draftOf, forgetUnsaved, isUnsaved, placesLeft, unsavedText } from './unsaved-notes.ts'

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

it('looks for what waits by every method that goes on, but where somebody writes on screen', () => {
  const method = (name: string, writes = true) => ({
    ...{ name, title: name, ended: !writes, records: 0, writes, sheet: 0, noted: [], unrecorded: 0, found: [] },
    ...{ finds: 'indicators' as const, counts: false, findings: {}, unexplained: [] },
  })
  const page = { visit: 2, methods: [method('hearing', false), method('documents'), method('siteVisit')] }
  const of = { batch: 'b', unit: 'u' }
  const places = (lines: string[], more: Partial<typeof page> = {}) =>
    placesLeft(
      { ...page, ...more },
      of,
      lines.map((id) => ({ item: id })),
      { method: 'documents', item: 'a' },
    )
  expect(places(['a', 'b'])?.map(({ at, item: id }) => `${at.visit} ${at.method} ${id}`)).toEqual([
    '2 documents b',
    '2 siteVisit a',
    '2 siteVisit b',
  ])
  expect(places([])).toBeUndefined()
  expect(places(['a'], { methods: page.methods.slice(0, 1) })).toBeUndefined()
})
