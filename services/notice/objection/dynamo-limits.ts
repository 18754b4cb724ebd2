import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { type Counted, hourOf, type Limits, limitExpires, limitKey, secretKey } from './limits.ts'

type Options = {
  readonly client: DynamoDBDocumentClient
  readonly table: string
  /** A fresh secret that nobody can guess. */
  readonly newSecret: () => string
}
const kept = z.object({ secret: z.string() })

/** Needs `dynamodb:UpdateItem` on the table `views`, leading keys `limit/*`; TTL on the attribute `expires`. */
export function dynamoLimits({ client, table, newSecret }: Options): Limits {
  // Number and shape only because whoever goes over all rows reads them.
  const SET = 'SET #expires = :expires, #number = :zero, #shape = :zero'
  const names = { '#expires': 'expires', '#number': 'number', '#shape': 'shape' }
  const values = (received: string) => ({ ':zero': 0, ':expires': limitExpires(received) })
  const secrets = new Map<number, Promise<string>>()

  /** The hour's: whoever comes first makes it. */
  async function makeSecret(received: string): Promise<string> {
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: table,
        Key: { stream: secretKey(received) },
        UpdateExpression: `${SET}, #secret = if_not_exists(#secret, :secret)`,
        ExpressionAttributeNames: { ...names, '#secret': 'secret' },
        ExpressionAttributeValues: { ...values(received), ':secret': newSecret() },
        ReturnValues: 'ALL_NEW',
      }),
    )
    return kept.parse(Attributes).secret
  }
  async function secretOf(received: string): Promise<string> {
    const hour = hourOf(received)
    const known = secrets.get(hour)
    if (known) return known
    const made = makeSecret(received)
    secrets.clear()
    secrets.set(hour, made)
    // What failed is asked again by the next request.
    made.catch(() => secrets.delete(hour))
    return made
  }

  /** Whether the count could be changed by so much under the condition. */
  async function add(asked: Counted, count: number, condition: string, bound: number): Promise<boolean> {
    const { received } = asked
    try {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { stream: limitKey(await secretOf(received), asked) },
          UpdateExpression: `ADD #count :count ${SET}`,
          ConditionExpression: condition,
          ExpressionAttributeNames: { ...names, '#count': 'count' },
          ExpressionAttributeValues: { ...values(received), ':count': count, ':bound': bound },
        }),
      )
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  }

  return {
    async take(asked) {
      const { most, count = 1 } = asked
      if (count > most) return false
      return add(asked, count, 'attribute_not_exists(#count) OR #count <= :bound', most - count)
    },
    async giveBack(asked) {
      const { count = 1 } = asked
      await add(asked, -count, '#count >= :bound', count)
    },
  }
}
