import { expect, it } from 'vitest'
import { isListedBy, namedByNotice } from './listed.ts'

const about = { unit: 'dazhuang', step: 'here', visit: 4 }
const none = { published: [], resolutions: [] }
const resolution = { stream: 'resolution/2018-2/here', step: 'here', submitted: [] }

it('is named by an act of its own step, once that is published', () => {
  const by = (step: string, named?: string[]) => isListedBy({ ...none, published: [{ step, named }] }, about)
  expect(isListedBy(none, about)).toBe(false)
  expect(by('here', ['caogou', 'dazhuang'])).toBe(true)
  expect(by('here', ['caogou'])).toBe(false)
  expect(by('there', ['dazhuang'])).toBe(false)
  expect(by('here')).toBe(false)
})

it('is named by a list that a body has before it, and by its decision until it has followed that', () => {
  const by = (change: object, taken: { stream: string; number: number }[] = []) =>
    isListedBy({ ...none, resolutions: [{ ...resolution, ...change }] }, { ...about, taken })
  expect(by({})).toBe(false)
  expect(by({ submitted: [{ unit: 'dazhuang', visit: 4 }] })).toBe(true)
  // Sent back since, and here again.
  expect(by({ submitted: [{ unit: 'dazhuang', visit: 2 }] })).toBe(false)
  const acts = [{ number: 2, units: ['dazhuang'] }]
  expect(by({ acts })).toBe(true)
  expect(by({ acts }, [{ stream: resolution.stream, number: 1 }])).toBe(true)
  expect(by({ acts }, [{ stream: resolution.stream, number: 2 }])).toBe(false)
  expect(by({ acts, step: 'there' })).toBe(false)
})

it('what is prepared names nobody', () => {
  expect(namedByNotice({ setAside: [] })).toEqual([])
})
