import { expect, it } from 'vitest'
import { rememberPlace, takePlace } from './place.ts'

function store() {
  const all = new Map<string, string>()
  return {
    getItem: (key: string) => all.get(key) ?? null,
    setItem: (key: string, value: string) => void all.set(key, value),
    removeItem: (key: string) => void all.delete(key),
  }
}

it('is gone back to once, by whoever was there', () => {
  const here = store()
  expect(takePlace(here, '甲')).toBe(undefined)
  rememberPlace(here, '甲', '/console/batches?x=1')
  expect([takePlace(here, '甲'), takePlace(here, '甲')]).toEqual(['/console/batches?x=1', undefined])
})
it('is nobody else’s, who leaves nothing of it behind either', () => {
  const here = store()
  rememberPlace(here, '甲', '/console/batches')
  expect([takePlace(here, '乙'), takePlace(here, '甲')]).toEqual([undefined, undefined])
})
it('is the first page where the browser keeps nothing, or something else stands there', () => {
  const denied = () => {
    throw new Error('SecurityError')
  }
  const none = { getItem: denied, setItem: denied, removeItem: denied }
  rememberPlace(none, '甲', '/console/batches')
  expect(takePlace(none, '甲')).toBe(undefined)
  const other = store()
  other.setItem('shifan:place', 'x')
  expect(takePlace(other, '甲')).toBe(undefined)
})
