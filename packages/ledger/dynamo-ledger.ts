import {
  type DynamoDBDocumentClient,
  ExecuteStatementCommand,
  paginateQuery,
  paginateScan,
} from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { type Commit, Head, type Ledger, MovedOn } from './ledger.ts'
import { mustBeKey } from './sizes.ts'

const item = z.object({
  stream: z.string(),
  number: z.int(),
  events: z.array(z.unknown()),
  command: z.string(),
  by: z.string(),
  at: z.string(),
  previous: z.string(),
  hash: z.string(),
})
const key = z.pick(item, { stream: true, number: true })

/** What an insert on an existing key is answered with: by AWS, and by DynamoDB Local. */
const TAKEN = new Set(['DuplicateItemException', 'DuplicateItem'])

type Options = { readonly client: DynamoDBDocumentClient; readonly table: string; readonly now: () => Date }

/** Needs `dynamodb:PartiQLInsert` to append, `dynamodb:Query` to read, `dynamodb:Scan` for `streams`. */
export function dynamoLedger({ client, table, now }: Options): Ledger {
  return {
    async read(stream) {
      mustBeKey(stream)
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          KeyConditionExpression: '#stream = :stream',
          ExpressionAttributeNames: { '#stream': 'stream' },
          ExpressionAttributeValues: { ':stream': stream },
          ConsistentRead: true,
        },
      )
      const commits: Commit[] = []
      for await (const { Items = [] } of pages)
        for (const stored of Items) {
          const commit = item.parse(stored)
          if (commit.number !== commits.length + 1)
            throw new Error(`记录流“${stream}”缺少第${commits.length + 1}次提交;请停止写入并与备份核对。`)
          commits.push(commit)
        }
      return { head: new Head(stream, commits), commits }
    },

    async append(head, events, command, by) {
      const commit = head.next(events, command, by, now())
      try {
        // INSERT fails on an existing key and can change nothing: append-only by permission.
        await client.send(
          new ExecuteStatementCommand({
            Statement: `INSERT INTO "${table}" VALUE {${Object.keys(commit)
              .map((name) => `'${name}': ?`)
              .join(', ')}}`,
            Parameters: Object.values(commit),
          }),
        )
      } catch (error) {
        if (error instanceof Error && TAKEN.has(error.name)) throw new MovedOn(head)
        throw error
      }
      return commit
    },

    async *streams() {
      const pages = paginateScan(
        { client },
        {
          TableName: table,
          ProjectionExpression: '#stream, #number',
          ExpressionAttributeNames: { '#stream': 'stream', '#number': 'number' },
          ConsistentRead: true,
        },
      )
      // All first: a scan promises no order, and a stream must come once, with its newest number.
      const newest = new Map<string, number>()
      for await (const { Items = [] } of pages)
        for (const stored of Items) {
          const { stream, number } = key.parse(stored)
          newest.set(stream, Math.max(number, newest.get(stream) ?? 0))
        }
      for (const [stream, number] of newest) yield { stream, number }
    },
  }
}
