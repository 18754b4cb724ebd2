import { expect, it } from 'vitest'
import { streamFilter } from './stream-filter.ts'

const filter = (...patterns: object[]) =>
  streamFilter({ Filters: patterns.map((pattern) => ({ Pattern: JSON.stringify(pattern) })) })
const named = (...kinds: string[]) => ({
  dynamodb: { Keys: { stream: { S: kinds.map((kind) => ({ prefix: `${kind}/` })) } } },
})
const keys = (stream: string) => ({ stream: { S: stream }, number: { N: '1' } })

it.each([
  ['case/2018-2/a', true],
  ['notice/2018-2/1', true],
  ['unit/a', false],
  ['cases', false],
])('lets %s through: %s', (stream, through) => {
  expect(filter(named('case', 'notice'))(keys(stream))).toBe(through)
  expect(filter(named('case'), named('notice'))(keys(stream))).toBe(through)
})

it('lets everything through where there is none', () => {
  expect(streamFilter(undefined)(keys('unit/a'))).toBe(true)
})

it.each([{ eventName: ['INSERT'] }, { dynamodb: { NewImage: { list: { S: ['open'] } } } }])(
  'refuses %j at boot, which is not about keys',
  (pattern) => {
    expect(() => filter(pattern)).toThrow('filter by dynamodb.Keys alone')
  },
)

it('refuses an operator that it does not know at boot', () => {
  expect(() => filter({ dynamodb: { Keys: { stream: { S: [{ wildcard: '*' }] } } } })).toThrow('does not know wildcard')
})
