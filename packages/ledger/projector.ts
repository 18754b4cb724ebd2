import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Kind } from './kind.ts'
import { type Commit, type Ledger, readStream } from './ledger.ts'

/** What lists show of a stream. `list` and `order` are the keys of the index `lists`; a row without them is on no list. */
export type Row = { readonly list?: string; readonly order?: string; readonly [name: string]: unknown }

type Options<Event, State> = {
  readonly ledger: Ledger
  readonly kind: Kind<Event, State>
  readonly row: (state: State, stream: string, commits: readonly Commit<Event>[]) => Row
  /** Raised by one when `row` makes something else of the same commits: a rebuild then replaces the old rows. */
  readonly shape: number
  readonly client: DynamoDBDocumentClient
  readonly table: string
}

/**
 * Rewrites the row of one stream from the ledger and answers whether it wrote. Safe to call twice, late or out of
 * order: an older row never replaces a newer one. A rebuild is the same function over all streams.
 */
export function projector<Event, State>({ ledger, kind, row, shape, client, table }: Options<Event, State>) {
  return async (stream: string): Promise<boolean> => {
    const { commits, state } = await readStream(ledger, kind, stream)
    if (commits.length === 0) return false
    try {
      await client.send(
        new PutCommand({
          TableName: table,
          Item: { ...row(state, stream, commits), stream, number: commits.length, shape },
          ConditionExpression:
            'attribute_not_exists(#stream) OR #number < :number OR (#number = :number AND #shape < :shape)',
          ExpressionAttributeNames: { '#stream': 'stream', '#number': 'number', '#shape': 'shape' },
          ExpressionAttributeValues: { ':number': commits.length, ':shape': shape },
        }),
      )
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  }
}
