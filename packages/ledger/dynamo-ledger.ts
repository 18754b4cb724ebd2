import {
  type DynamoDBDocumentClient,
  ExecuteStatementCommand,
  paginateQuery,
  paginateScan,
} from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { ChainBroken } from './chain.ts'
import { type Commit, Head, type Ledger, MovedOn, type Newest } from './ledger.ts'
import { mustBeKey } from './sizes.ts'

/** A commit as its item holds it. */
export const storedCommit = z.object({
  stream: z.string(),
  number: z.int(),
  events: z.array(z.unknown()),
  command: z.string(),
  by: z.string(),
  at: z.string(),
  previous: z.string(),
  hash: z.string(),
})
const newest = z.pick(storedCommit, { stream: true, number: true, hash: true })

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
          const commit = storedCommit.parse(stored)
          if (commit.number !== commits.length + 1) throw new ChainBroken(stream, commits.length + 1, '缺少这一次提交')
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
          ProjectionExpression: '#stream, #number, #hash',
          ExpressionAttributeNames: { '#stream': 'stream', '#number': 'number', '#hash': 'hash' },
          ConsistentRead: true,
        },
      )
      // All first: a scan promises no order, and a stream must come once, with its newest commit.
      const found = new Map<string, Newest>()
      for await (const { Items = [] } of pages)
        for (const stored of Items) {
          const commit = newest.parse(stored)
          if (commit.number > (found.get(commit.stream)?.number ?? 0)) found.set(commit.stream, commit)
        }
      yield* found.values()
    },
  }
}
