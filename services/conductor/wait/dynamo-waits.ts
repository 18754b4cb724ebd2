import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
} from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import type { Waits } from './waits.ts'

const wait = z.object({ case: z.string(), step: z.string(), token: z.string(), seen: z.int() })
const numbered = z.object({ generation: z.int() })
const mark = z.object({ step: z.string() })
/** Sorts before every step, and no step can be named so. */
const EXECUTION = '#execution'
/** No stream can be named so: below it stand the cases that are not done with, so that they are found by one query. */
const UNFINISHED = '#unfinished'

/** Table `waits`: PK case, SK step. Needs `PutItem`, `Query`, `DeleteItem` for waits, `GetItem` for generations. */
export function dynamoWaits({ client, table }: { client: DynamoDBDocumentClient; table: string }): Waits {
  const generation = async (stream: string) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: { case: stream, step: EXECUTION }, ConsistentRead: true }),
    )
    return Item && numbered.parse(Item).generation
  }
  return {
    generation,
    async store({ case: stream, step, token, seen }) {
      await client.send(new PutCommand({ TableName: table, Item: { case: stream, step, token, seen } }))
    },
    async of(stream) {
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          KeyConditionExpression: '#case = :case AND #step > :execution',
          ExpressionAttributeNames: { '#case': 'case', '#step': 'step' },
          ExpressionAttributeValues: { ':case': stream, ':execution': EXECUTION },
          ConsistentRead: true,
        },
      )
      return (await Array.fromAsync(pages)).flatMap(({ Items = [] }) => Items.map((item) => wait.parse(item)))
    },
    async forget({ case: stream, step, token }) {
      await unlessMovedOn(
        client.send(
          new DeleteCommand({
            TableName: table,
            Key: { case: stream, step },
            ConditionExpression: '#token = :token',
            ExpressionAttributeNames: { '#token': 'token' },
            ExpressionAttributeValues: { ':token': token },
          }),
        ),
      )
    },
    async advance(stream, from) {
      const next = (from ?? 0) + 1
      // First: with a generation nobody would come back to write it.
      await client.send(new PutCommand({ TableName: table, Item: { case: UNFINISHED, step: stream } }))
      await unlessMovedOn(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { case: stream, step: EXECUTION, generation: next },
            ...(from === undefined
              ? { ConditionExpression: 'attribute_not_exists(#case)', ExpressionAttributeNames: { '#case': 'case' } }
              : {
                  ConditionExpression: '#generation = :from',
                  ExpressionAttributeNames: { '#generation': 'generation' },
                  ExpressionAttributeValues: { ':from': from },
                }),
          }),
        ),
      )
      return (await generation(stream)) ?? next
    },
    async unfinished() {
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          KeyConditionExpression: '#case = :unfinished',
          ExpressionAttributeNames: { '#case': 'case' },
          ExpressionAttributeValues: { ':unfinished': UNFINISHED },
          ConsistentRead: true,
        },
      )
      return (await Array.fromAsync(pages)).flatMap(({ Items = [] }) => Items.map((item) => mark.parse(item).step))
    },
    async finish(stream) {
      await client.send(new DeleteCommand({ TableName: table, Key: { case: UNFINISHED, step: stream } }))
    },
  }
}

/** Somebody else was first, which is what was wanted. */
export async function unlessMovedOn(write: Promise<unknown>): Promise<void> {
  try {
    await write
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
  }
}
