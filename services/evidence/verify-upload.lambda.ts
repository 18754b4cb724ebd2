import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { onEvent } from '#edge/on-event.ts'
import { s3Client } from '#edge/s3-client.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { s3Stored } from './s3-stored.ts'
import { verifyUpload } from './verify-upload.ts'

const { LEDGER, EVIDENCE, SCAN } = z
  .object({ LEDGER: z.string(), EVIDENCE: z.string(), SCAN: z.string() })
  .parse(process.env)
const verify = verifyUpload({
  ledger: dynamoLedger({ client: DynamoDBDocumentClient.from(new DynamoDBClient()), table: LEDGER, now }),
  objects: s3Stored({ client: s3Client(), bucket: EVIDENCE }),
  scan: SCAN === 'demanded',
})

/** EventBridge, "Object Created": the event names the key, everything else is asked of the bucket. */
const created = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) })

export const handler = onEvent('verify-upload', created, async ({ detail }) => {
  await verify(detail.object.key, now().toISOString())
})
