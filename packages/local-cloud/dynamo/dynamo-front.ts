import type { Server } from 'node:http'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod/mini'
import type { Permit } from '#local-cloud/permissions/permissions.ts'
import type { Hooks, Write } from '#local-cloud/time/hooks.ts'
import { AwsError } from '#local-cloud/wire/aws-error.ts'
import { type AwsRequest, awsJson, type Verify } from '#local-cloud/wire/aws-json.ts'
import type { Ask } from './database.ts'
import { guardSizes } from './item-size.ts'
import { leadingKeys } from './leading-keys.ts'
import { insertOf } from './partiql-insert.ts'
import type { Streams } from './streams.ts'
import { hashOf, keyOf, type Table } from './tables.ts'

type Deps = {
  tables: readonly Table[]
  ask: Ask
  permit: Permit
  verify: Verify
  /** Refuses callers that have answered already. */
  attending: (caller: string, operation: string, about: unknown) => void
  announcing: Streams['announcing']
  hooks: Pick<Hooks, 'answered'> & Partial<Record<'beforeWrite' | 'afterWrite', (write: Write) => void | Promise<void>>>
}

const READS = ['GetItem', 'Query', 'Scan']
const BATCHES = ['BatchGetItem', 'BatchWriteItem']
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem']
const AnItem = z.record(z.string(), z.unknown())
const Input = z.looseObject({
  TableName: z.optional(z.string()),
  IndexName: z.optional(z.string()),
  Item: z.optional(AnItem),
  Key: z.optional(AnItem),
  ReturnValues: z.optional(z.string()),
  ReturnValuesOnConditionCheckFailure: z.optional(z.string()),
  RequestItems: z.optional(z.record(z.string(), z.unknown())),
})

/** DynamoDB as a function sees it: its role decides, sizes are counted in bytes, the PartiQL insert exists, and writes reach the stream. */
export function dynamoFront({ tables, ask, permit, verify, attending, announcing, hooks }: Deps): Server {
  const known = new Map(tables.map((table) => [table.name, table]))
  const tableNamed = (given = '') => {
    const table = known.get(given.split('/').at(-1) ?? '')
    if (!table)
      throw new AwsError('ResourceNotFoundException', `Requested resource not found: Table: ${given} not found`)
    return table
  }
  /** @param request where its keys are read: a role may be held to some of them */
  const permitted = ({ caller }: AwsRequest, action: string, table: Table, request: unknown, index?: string) =>
    permit(
      caller,
      `dynamodb:${action}`,
      index ? `${table.arn}/index/${index}` : table.arn,
      leadingKeys(request, hashOf(table, index)),
    )

  async function write(table: Table, operation: string, input: z.infer<typeof Input>) {
    const key = keyOf(table, input.Item ?? input.Key ?? {})
    const streams = table.streamView !== undefined
    const onlyKeys = table.streamView === 'KEYS_ONLY'
    if (streams && operation !== 'PutItem' && !onlyKeys)
      throw new AwsError(
        'ValidationException',
        `the local stream of ${table.name} shows images only of puts, not of ${operation}`,
      )
    const write = { kind: 'table', name: table.name, operation, key } as const
    await hooks.beforeWrite?.(write)
    // A put or delete that changes nothing leaves no record on AWS, so what was there before has to be known.
    const looks = streams && operation !== 'UpdateItem'
    const announce = streams ? announcing(table, key, operation === 'DeleteItem') : () => {}
    const writing = ask(operation, looks ? { ...input, ReturnValues: 'ALL_OLD' } : input)
    const output = await writing.catch((error) => {
      announce(undefined)
      throw error
    })
    await hooks.afterWrite?.(write)
    if (!streams) return output
    const before = looks ? z.optional(AnItem).parse(output.Attributes) : key
    const after = operation === 'DeleteItem' ? undefined : (input.Item ?? key)
    const changed = operation === 'UpdateItem' || !isDeepStrictEqual(before, after)
    announce(changed ? { eventName: after ? (before ? 'MODIFY' : 'INSERT') : 'REMOVE', item: after ?? key } : undefined)
    if (!looks || input.ReturnValues === 'ALL_OLD') return output
    const { Attributes: _, ...asked } = output
    return asked
  }

  return awsJson(verify, hooks.answered, async (request) => {
    const { operation } = request
    attending(request.caller, operation, request.input)
    if (operation === 'ExecuteStatement') {
      const { table: name, item } = insertOf(request.input)
      const table = tableNamed(name)
      permitted(request, 'PartiQLInsert', table, { Item: item })
      guardSizes(item, [table.key, ...table.indexKeys])
      const ConditionExpression = 'attribute_not_exists(#key)'
      const ExpressionAttributeNames = { '#key': table.key.hash }
      const put = { TableName: table.name, Item: item, ConditionExpression, ExpressionAttributeNames }
      await write(table, 'PutItem', put).catch((error: Error) => {
        if (error.name !== 'ConditionalCheckFailedException') throw error
        throw new AwsError('DuplicateItemException', 'Duplicate primary key exists in table')
      })
      return { Items: [] }
    }
    const input = Input.parse(request.input)
    if (BATCHES.includes(operation)) {
      for (const [name, asked] of Object.entries(input.RequestItems ?? {})) {
        const table = tableNamed(name)
        permitted(request, operation, table, Array.isArray(asked) ? {} : asked)
        if (operation === 'BatchWriteItem' && table.streamView)
          throw new AwsError(
            'ValidationException',
            `the local stream of ${table.name} does not see BatchWriteItem; write its items one by one`,
          )
      }
      return ask(operation, input)
    }
    const table = tableNamed(input.TableName)
    const key = input.Item ?? input.Key
    permitted(request, operation, table, input, input.IndexName)
    if ((input.ReturnValuesOnConditionCheckFailure ?? 'NONE') !== 'NONE')
      throw new AwsError('ValidationException', 'the local DynamoDB does not know ReturnValuesOnConditionCheckFailure')
    const named = { ...input, TableName: table.name }
    if (key) guardSizes(key, input.Item ? [table.key, ...table.indexKeys] : [table.key])
    if (READS.includes(operation)) return ask(operation, named)
    if (WRITES.includes(operation)) return write(table, operation, named)
    throw new AwsError('UnknownOperationException', `the local DynamoDB does not know ${operation}`)
  })
}
