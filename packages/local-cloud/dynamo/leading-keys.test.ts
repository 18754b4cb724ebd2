import { expect, it } from 'vitest'
import { leadingKeys } from './leading-keys.ts'

const of = (request: object) => leadingKeys(request, 'stream')['dynamodb:LeadingKeys']
const key = (stream: string) => ({ stream: { S: stream }, number: { N: '1' } })

it.each([
  ['an item', { Item: { ...key('a'), by: { S: 'b' } } }],
  ['a key', { Key: key('a') }],
  [
    'a query, by its real name',
    { KeyConditionExpression: 'stream = :s', ExpressionAttributeValues: { ':s': { S: 'a' } } },
  ],
  [
    'a query, by another name and beside the sort key',
    {
      KeyConditionExpression: '#n = :n AND #s=:s',
      ExpressionAttributeNames: { '#n': 'number', '#s': 'stream' },
      ExpressionAttributeValues: { ':n': { N: '1' }, ':s': { S: 'a' } },
    },
  ],
])('reads the key of %s', (_, request) => {
  expect(of(request)).toEqual(['a'])
})

it('reads every key of many', () => {
  expect(of({ Keys: [key('a'), key('b')] })).toEqual(['a', 'b'])
})

it('finds none in a scan, nor in a query of another key', () => {
  expect(of({ FilterExpression: 'stream = :s', ExpressionAttributeValues: { ':s': { S: 'a' } } })).toEqual([])
  expect(of({ KeyConditionExpression: 'list = :s', ExpressionAttributeValues: { ':s': { S: 'a' } } })).toEqual([])
})
