import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { callFileEndpoints } from '#contracts/public/call-files.ts'
import { s3Client } from '#edge/s3-client.ts'
import { servePages } from '#edge/serve-pages.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { giveCallFile, lookForCallFile } from './give-call-file.ts'
import { linkFile } from './link-file.ts'

const env = z.object({ LEDGER: z.string(), EVIDENCE: z.string() }).parse(process.env)
const client = DynamoDBDocumentClient.from(new DynamoDBClient())
const ledger = dynamoLedger({ client, table: env.LEDGER, now })
const link = linkFile({ client: s3Client(), bucket: env.EVIDENCE, now })

export const handler = servePages(
  callFileEndpoints,
  { giveCallFile: giveCallFile({ ledger, link }), lookForCallFile: lookForCallFile({ ledger }) },
  { ledger },
)
