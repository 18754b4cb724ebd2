import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { parseOrgans } from '#county/organs.ts'
import { together } from '#edge/in-order.ts'
import { s3Client } from '#edge/s3-client.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { dynamoRows } from '#rows/dynamo-rows.ts'
import { publishPages } from './pages/publish-pages.ts'
import { s3Pages } from './pages/s3-pages.ts'

const { LEDGER, VIEWS, SITE, COUNTY } = z
  .object({ LEDGER: z.string(), VIEWS: z.string(), SITE: z.string(), COUNTY: z.string() })
  .parse(process.env)
const client = DynamoDBDocumentClient.from(new DynamoDBClient())

/** Follows the stream of the table `views`, whose rows are named like the ledger's streams. */
export const handler = together(
  publishPages({
    ledger: dynamoLedger({ client, table: LEDGER, now }),
    rows: dynamoRows({ client, table: VIEWS }),
    pages: s3Pages({ client: s3Client(), bucket: SITE }),
    organs: parseOrgans(COUNTY),
  }),
)
