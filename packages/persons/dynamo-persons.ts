import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  ExecuteStatementCommand,
  GetCommand,
  PutCommand,
  ScanCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import {
  BLOCKED,
  type Chance,
  chance,
  digestWith,
  ERASED,
  type Held,
  held,
  type Log,
  lineOf,
  mustBeUsable,
  newRow,
  type Persons,
  type RowState,
  referenceTo,
  row,
} from './persons.ts'

const named = z.object({ id: z.string(), name: z.optional(z.string()), blocked: z.optional(z.boolean()) })
const standing = z.object({ id: z.string(), blocked: z.optional(z.boolean()), erased: z.optional(z.boolean()) })
const kept = z.pick(held, { id: true, kind: true, stream: true, at: true })
const TAKEN = new Set(['DuplicateItemException', 'DuplicateItem'])
/** What one BatchGetItem takes. */
const KEYS_AT_ONCE = 100

type Options = {
  readonly client: DynamoDBDocumentClient
  readonly table: string
  readonly log: Log
  readonly by?: Chance
}

/**
 * Grants: `PartiQLInsert` and `GetItem` to remember (which so cannot change a row), `GetItem` to read and verify,
 * `BatchGetItem` for names and states, `UpdateItem` to block and unblock, `PutItem` to erase, `Scan` for all.
 */
export function dynamoPersons({ client, table, log, by = chance }: Options): Persons {
  async function found(id: string): Promise<Held | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: { id }, ConsistentRead: true }))
    const stored = Item && row.parse(Item)
    return stored && 'data' in stored ? stored : undefined
  }

  /** Puts into effect only where a row is: an unknown id stays unknown. */
  const whereThereIsOne = async (send: () => Promise<unknown>): Promise<void> => {
    try {
      await send()
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  }

  /** These fields of rows, in no order; none of an id that nobody has. */
  async function* each(ids: Iterable<string>, fields: readonly string[]): AsyncGenerator<unknown> {
    const all = [...ids]
    for (let from = 0; from < all.length; from += KEYS_AT_ONCE) {
      let keys = all.slice(from, from + KEYS_AT_ONCE).map((id) => ({ id }))
      while (keys.length > 0) {
        const { Responses, UnprocessedKeys } = await client.send(
          new BatchGetCommand({
            RequestItems: {
              [table]: {
                Keys: keys,
                ProjectionExpression: fields.map((field) => `#${field}`).join(', '),
                ExpressionAttributeNames: Object.fromEntries(fields.map((field) => [`#${field}`, field])),
                ConsistentRead: true,
              },
            },
          }),
        )
        yield* Responses?.[table] ?? []
        keys = (UnprocessedKeys?.[table]?.Keys ?? []).map((key) => z.object({ id: z.string() }).parse(key))
      }
    }
  }

  return {
    async remember(kind, data, how = {}) {
      const made = newRow(kind, data, how, by)
      try {
        await client.send(
          new ExecuteStatementCommand({
            Statement: `INSERT INTO "${table}" VALUE {${Object.keys(made)
              .map((name) => `'${name}': ?`)
              .join(', ')}}`,
            Parameters: Object.values(made),
          }),
        )
        return referenceTo(made)
      } catch (error) {
        if (!(error instanceof Error && TAKEN.has(error.name))) throw error
        return referenceTo((await found(made.id)) ?? made)
      }
    },

    async read(id, why) {
      log(lineOf(id, why))
      const stored = await found(id)
      if (stored) mustBeUsable(stored, why)
      return stored?.data
    },

    async names(ids) {
      const names = new Map(ids.map((id) => [id, ERASED]))
      for await (const item of each(names.keys(), ['id', 'name', 'blocked'])) {
        const { id, name, blocked } = named.parse(item)
        names.set(id, blocked ? BLOCKED : (name ?? ERASED))
      }
      return names
    },

    async states(ids) {
      const states = new Map<string, RowState>()
      for await (const item of each(new Set(ids), ['id', 'blocked', 'erased'])) {
        const { id, blocked, erased } = standing.parse(item)
        states.set(id, erased ? 'erased' : blocked ? 'blocked' : 'used')
      }
      return states
    },

    async *all() {
      let from: Record<string, unknown> | undefined
      do {
        const page = await client.send(
          new ScanCommand({
            TableName: table,
            FilterExpression: 'attribute_not_exists(#erased)',
            ProjectionExpression: '#id, #kind, #stream, #at',
            ExpressionAttributeNames: Object.fromEntries(
              ['id', 'kind', 'stream', 'at', 'erased'].map((field) => [`#${field}`, field]),
            ),
            ConsistentRead: true,
            ...(from && { ExclusiveStartKey: from }),
          }),
        )
        for (const item of page.Items ?? []) yield kept.parse(item)
        from = page.LastEvaluatedKey
      } while (from)
    },

    async verify(id, digest) {
      const stored = await found(id)
      return stored && digestWith(stored.salt, stored.kind, stored.data) === digest
    },

    block: (id, eraseAfter) =>
      whereThereIsOne(() =>
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: { id },
            UpdateExpression: `SET #blocked = :yes${eraseAfter ? ', #eraseAfter = :day' : ''}`,
            ConditionExpression: 'attribute_exists(#data)',
            ExpressionAttributeNames: {
              '#blocked': 'blocked',
              '#data': 'data',
              ...(eraseAfter && { '#eraseAfter': 'eraseAfter' }),
            },
            ExpressionAttributeValues: { ':yes': true, ...(eraseAfter && { ':day': eraseAfter }) },
          }),
        ),
      ),

    unblock: (id) =>
      whereThereIsOne(() =>
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: { id },
            UpdateExpression: 'REMOVE #blocked',
            ConditionExpression: 'attribute_exists(#data)',
            ExpressionAttributeNames: { '#blocked': 'blocked', '#data': 'data' },
          }),
        ),
      ),

    erase: (id) =>
      whereThereIsOne(() =>
        client.send(
          new PutCommand({
            TableName: table,
            Item: { id, erased: true },
            ConditionExpression: 'attribute_exists(#id)',
            ExpressionAttributeNames: { '#id': 'id' },
          }),
        ),
      ),
  }
}
