import { expect, test } from 'vitest'
import { guardSizes, itemBytes } from './item-size.ts'

const keys = [{ hash: 'stream', range: 'order' }]

test.each([
  [{ a: { S: '示范' } }, 1 + 6],
  [{ a: { N: '123' } }, 1 + 3],
  [{ a: { BOOL: true } }, 1 + 1],
  [{ a: { B: 'AAAA' } }, 1 + 3],
  [{ a: { L: [{ S: 'x' }] } }, 1 + 3 + 1 + 1],
  [{ a: { M: { k: { S: 'x' } } } }, 1 + 3 + 1 + 1 + 1],
  [{ a: { SS: ['x', 'yz'] } }, 1 + 3],
])('%j has %i bytes', (item, bytes) => expect(itemBytes(item)).toBe(bytes))

test('limits hold in bytes, for the item and for its keys', () => {
  guardSizes(
    { stream: { S: '示'.repeat(682) }, order: { S: '示'.repeat(341) }, text: { S: '示'.repeat(135_000) } },
    keys,
  )
  expect(() => guardSizes({ stream: { S: '示'.repeat(683) } }, keys)).toThrow(
    'Size of hashkey stream has exceeded the maximum size limit of 2048 bytes: 2049 bytes',
  )
  expect(() => guardSizes({ order: { S: '示'.repeat(342) } }, keys)).toThrow('1024')
  expect(() => guardSizes({ text: { S: '示'.repeat(140_000) } }, keys)).toThrow(
    'Item size has exceeded the maximum allowed size',
  )
})
