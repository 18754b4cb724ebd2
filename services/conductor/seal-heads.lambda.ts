import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { onEvent } from '#edge/on-event.ts'
import { s3Client } from '#edge/s3-client.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { rootDigest } from '#ledger/root-digest.ts'
import { s3Roots } from '#ledger/s3-roots.ts'
import { sealHeads } from './run/seal-heads.ts'

const { LEDGER, ROOTS, ROOT_DIGEST } = z
  .object({ LEDGER: z.string(), ROOTS: z.string(), ROOT_DIGEST: rootDigest })
  .parse(process.env)
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}))
const seal = sealHeads({
  ledger: dynamoLedger({ client, table: LEDGER, now }),
  roots: s3Roots({ client: s3Client(), bucket: ROOTS }),
  now,
  by: ROOT_DIGEST,
})

/** Once a day. */
export const handler = onEvent('seal-heads', z.unknown(), async () => {
  const sealing = await seal()
  console.log(JSON.stringify({ event: 'seal-heads', ...sealing }))
  return sealing
})
