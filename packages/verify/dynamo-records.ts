import { type DynamoDBDocumentClient, GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb'

/** What lies in the tables, nothing parsed. */
export interface StoredRecords {
  /** A stream's items in the order of their numbers. */
  items(stream: string): Promise<readonly unknown[]>
  row(stream: string): Promise<unknown>
}
type Options = { readonly client: DynamoDBDocumentClient; readonly ledger: string; readonly views: string }

/** Needs Query on the ledger and GetItem on the rows. */
export const dynamoRecords = ({ client, ledger, views }: Options): StoredRecords => ({
  async items(stream) {
    const pages = paginateQuery(
      { client },
      {
        TableName: ledger,
        KeyConditionExpression: '#stream = :stream',
        ExpressionAttributeNames: { '#stream': 'stream' },
        ExpressionAttributeValues: { ':stream': stream },
        ConsistentRead: true,
      },
    )
    const items: unknown[] = []
    for await (const { Items = [] } of pages) items.push(...Items)
    return items
  },
  async row(stream) {
    const { Item } = await client.send(new GetCommand({ TableName: views, Key: { stream }, ConsistentRead: true }))
    return Item
  },
})
