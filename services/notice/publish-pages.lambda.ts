import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { parseOrgans } from '#county/organs.ts'
import { together } from '#edge/in-order.ts'
import { s3Client } from '#edge/s3-client.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { s3Contents } from '#ledger/s3-contents.ts'
import { dynamoRows } from '#rows/dynamo-rows.ts'
import { publishPages } from './pages/publish-pages.ts'
import { s3Pages } from './pages/s3-pages.ts'

const name = z.string()
const { LEDGER, VIEWS, SITE, CONTENTS, COUNTY } = z
  .object({ LEDGER: name, VIEWS: name, SITE: name, CONTENTS: name, COUNTY: name })
  .parse(process.env)
const s3 = s3Client()
const client = DynamoDBDocumentClient.from(new DynamoDBClient())

/** Follows the stream of the table `views`, whose rows are named like the ledger's streams. */
export const handler = together(
  publishPages({
    ledger: dynamoLedger({ client, table: LEDGER, now }),
    rows: dynamoRows({ client, table: VIEWS }),
    contents: s3Contents({ client: s3, bucket: CONTENTS }),
    pages: s3Pages({ client: s3, bucket: SITE }),
    organs: parseOrgans(COUNTY),
  }),
)
