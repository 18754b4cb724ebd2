/** The least that a command can do: it reads one stream and writes one item, by the client that every function has. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, ExecuteStatementCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'

const { TABLE = '' } = process.env
const client = DynamoDBDocumentClient.from(new DynamoDBClient())

export const handler = async (): Promise<{ items: number }> => {
  const stream = `bare/${crypto.randomUUID()}`
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: TABLE,
      KeyConditionExpression: '#stream = :stream',
      ExpressionAttributeNames: { '#stream': 'stream' },
      ExpressionAttributeValues: { ':stream': stream },
      ConsistentRead: true,
    }),
  )
  await client.send(
    new ExecuteStatementCommand({
      Statement: `INSERT INTO "${TABLE}" VALUE {'stream': ?, 'number': ?, 'at': ?}`,
      Parameters: [stream, 1, new Date().toISOString()],
    }),
  )
  return { items: Items.length }
}
