import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  paginateScan,
} from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { type Row, row } from './row.ts'
import type { Rows } from './rows.ts'

/** What one BatchGetItem takes. */
const KEYS_AT_ONCE = 100

const keyed = z.object({ stream: z.string() })
const mark = z.object({ stream: z.string(), number: z.int(), shape: z.int() })

/** Needs `dynamodb:GetItem` to get, `dynamodb:BatchGetItem` to get many, `dynamodb:Query` on the index `lists` to list, `dynamodb:Scan` for `marks`. */
export function dynamoRows({
  client,
  table,
}: {
  readonly client: DynamoDBDocumentClient
  readonly table: string
}): Rows {
  return {
    async get(stream) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { stream }, ConsistentRead: true }))
      return Item && readable(Item)
    },

    async many(streams) {
      const found = new Map<string, Row>()
      const all = [...new Set(streams)].map((stream) => ({ stream }))
      for (let from = 0; from < all.length; from += KEYS_AT_ONCE) {
        let keys = all.slice(from, from + KEYS_AT_ONCE)
        while (keys.length > 0) {
          const { Responses, UnprocessedKeys } = await client.send(
            new BatchGetCommand({ RequestItems: { [table]: { Keys: keys, ConsistentRead: true } } }),
          )
          for (const item of Responses?.[table] ?? []) {
            const one = readable(item)
            if (one) found.set(one.stream, one)
          }
          keys = (UnprocessedKeys?.[table]?.Keys ?? []).map((key) => keyed.parse(key))
        }
      }
      return found
    },

    async *list(list, { prefix, from, limit = Number.POSITIVE_INFINITY } = {}) {
      // A key condition takes one range only; the prefix is the narrower one.
      const range = prefix ? ' AND begins_with(#order, :order)' : from ? ' AND #order >= :order' : ''
      const start = prefix || from
      const pages = paginateQuery(
        { client, ...(limit < 1000 && { pageSize: limit }) },
        {
          TableName: table,
          IndexName: 'lists',
          KeyConditionExpression: `#list = :list${range}`,
          ExpressionAttributeNames: { '#list': 'list', ...(start && { '#order': 'order' }) },
          ExpressionAttributeValues: { ':list': list, ...(start && { ':order': start }) },
        },
      )
      let left = limit
      for await (const { Items = [] } of pages)
        for (const item of Items) {
          const found = readable(item)
          if (!found || found.order < (from ?? '')) continue
          if (left-- <= 0) return
          yield found
        }
    },

    async *marks() {
      const names = { '#stream': 'stream', '#number': 'number', '#shape': 'shape' }
      const pages = paginateScan(
        { client },
        {
          TableName: table,
          ProjectionExpression: Object.keys(names).join(', '),
          ExpressionAttributeNames: names,
          ConsistentRead: true,
        },
      )
      for await (const { Items = [] } of pages) for (const item of Items) yield mark.parse(item)
    },
  }
}

/** A row of another shape is left out until the hourly rebuild has replaced it: a list may lag, but never fail. */
function readable(item: unknown): Row | undefined {
  const { data, error } = row.safeParse(item)
  if (error) console.warn(JSON.stringify({ message: 'a row of another shape was left out', error: error.message }))
  return data
}
