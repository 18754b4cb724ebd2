import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { type Limits, limitExpires, limitKey } from './limits.ts'

/** Needs `dynamodb:UpdateItem` on the table `views`, leading keys `limit/*`; TTL on the attribute `expires`. */
export function dynamoLimits({
  client,
  table,
}: {
  readonly client: DynamoDBDocumentClient
  readonly table: string
}): Limits {
  return {
    async take({ what, address, most, received }) {
      try {
        await client.send(
          new UpdateCommand({
            TableName: table,
            Key: { stream: limitKey(what, address, received) },
            // Number and shape only because whoever goes over all rows reads them.
            UpdateExpression: 'ADD #count :one SET #expires = :expires, #number = :zero, #shape = :zero',
            ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
            ExpressionAttributeNames: {
              '#count': 'count',
              '#expires': 'expires',
              '#number': 'number',
              '#shape': 'shape',
            },
            ExpressionAttributeValues: { ':one': 1, ':most': most, ':zero': 0, ':expires': limitExpires(received) },
          }),
        )
        return true
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false
        throw error
      }
    },
  }
}
