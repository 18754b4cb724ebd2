import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { unlessMovedOn } from '../wait/dynamo-waits.ts'
import type { Followed } from './followed.ts'

const numbered = z.object({ number: z.int() })
/** No step can be named so. */
const APPLIED = '#applied'

/** Beside the waits, under the act's own stream. Needs `GetItem` and `PutItem`. */
export function dynamoFollowed({ client, table }: { client: DynamoDBDocumentClient; table: string }): Followed {
  return {
    async upTo(stream) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: { case: stream, step: APPLIED }, ConsistentRead: true }),
      )
      return Item ? numbered.parse(Item).number : 0
    },
    async reached(stream, number) {
      await unlessMovedOn(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { case: stream, step: APPLIED, number },
            ConditionExpression: 'attribute_not_exists(#number) OR #number < :number',
            ExpressionAttributeNames: { '#number': 'number' },
            ExpressionAttributeValues: { ':number': number },
          }),
        ),
      )
    },
  }
}
