import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { dynamoRows } from '#rows/dynamo-rows.ts'
import { conduct } from './conduct.ts'
import { dynamoFollowed } from './follow/dynamo-followed.ts'
import type { Deps } from './follow/follow-stream.ts'

/** What one case needs, and what acts on many of them need beside it: the lists, and how far acts were followed. */
export function conductActs(variables: unknown, now: () => Date): Deps {
  const { WAITS, VIEWS } = z.object({ WAITS: z.string(), VIEWS: z.string() }).parse(variables)
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}))
  return {
    ...conduct(variables, now),
    rows: dynamoRows({ client, table: VIEWS }),
    followed: dynamoFollowed({ client, table: WAITS }),
  }
}
