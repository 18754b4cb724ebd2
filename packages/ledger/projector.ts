import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import { verifyChain } from './chain.ts'
import type { Commit, Ledger } from './ledger.ts'

/**
 * What lists show of a stream: its fold, and its keys in the index `lists`.
 * `shape` is raised by one when the same commits make another row: a rebuild then replaces the old ones.
 */
export type ProjectedRow = { readonly stream: string; readonly number: number; readonly shape: number }

type Options<Row extends ProjectedRow> = {
  readonly ledger: Ledger
  /** None for a stream that stands on no list. */
  readonly row: (stream: string, commits: readonly Commit[]) => Row | undefined
  readonly client: DynamoDBDocumentClient
  readonly table: string
}

/**
 * Rewrites the row of one stream from the ledger and answers whether it wrote. Safe to call twice, late or out of
 * order: an older row never replaces a newer one. A rebuild is the same function over all streams.
 * The function throws ChainBroken where the stream was altered: the row of before is evidence, and stays.
 */
export function projector<Row extends ProjectedRow>({ ledger, row, client, table }: Options<Row>) {
  return async (stream: string): Promise<boolean> => {
    const { commits } = await ledger.read(stream)
    verifyChain(commits, stream)
    const made = commits.length > 0 ? row(stream, commits) : undefined
    if (!made) return false
    try {
      await client.send(
        new PutCommand({
          TableName: table,
          Item: made,
          ConditionExpression:
            'attribute_not_exists(#stream) OR #number < :number OR (#number = :number AND #shape < :shape)',
          ExpressionAttributeNames: { '#stream': 'stream', '#number': 'number', '#shape': 'shape' },
          ExpressionAttributeValues: { ':number': made.number, ':shape': made.shape },
        }),
      )
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  }
}
