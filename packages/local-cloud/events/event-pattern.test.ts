import { expect, test } from 'vitest'
import { matches } from './event-pattern.ts'

const event = {
  source: 'aws.s3',
  'detail-type': 'Object Created',
  detail: { object: { key: 'evidence/a', size: 3 }, tags: ['x', 'y'] },
}

test.each<[object, boolean]>([
  [{ source: ['aws.s3', 'aws.states'] }, true],
  [{ source: ['aws.states'] }, false],
  [{ detail: { object: { key: [{ prefix: 'evidence/' }] } } }, true],
  [{ detail: { object: { key: [{ prefix: 'other/' }, { suffix: '/a' }] } } }, true],
  [{ detail: { object: { size: [4] } } }, false],
  [{ detail: { tags: ['y'] } }, true],
  [{ detail: { missing: [{ exists: false }] } }, true],
  [{ detail: { object: { key: [{ exists: false }] } } }, false],
  [{ source: [{ 'anything-but': ['aws.s3'] }] }, false],
])('%j', (pattern, expected) => expect(matches(pattern, event)).toBe(expected))

test('an operator it does not know is an error, also where the rest does not fit', () => {
  expect(() => matches({ source: ['other'], detail: { a: [{ wildcard: '*' }] } }, {})).toThrow('does not know wildcard')
})
