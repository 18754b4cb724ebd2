import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { catalogueEndpoints } from '#contracts/catalogue.ts'
import { loginRulesIn } from '#edge/login-rules.ts'
import { s3Client } from '#edge/s3-client.ts'
import { serve } from '#edge/serve.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { s3Contents } from '#ledger/s3-contents.ts'
import { dynamoRows } from '#rows/dynamo-rows.ts'
import { catalogueUses } from './catalogue-uses.ts'

const { LEDGER, VIEWS, CONTENTS } = z
  .object({ LEDGER: z.string(), VIEWS: z.string(), CONTENTS: z.string() })
  .parse(process.env)
const client = DynamoDBDocumentClient.from(new DynamoDBClient())
const ledger = dynamoLedger({ client, table: LEDGER, now })
const rows = dynamoRows({ client, table: VIEWS })
const contents = s3Contents({ client: s3Client(), bucket: CONTENTS })

export const handler = serve(catalogueEndpoints, catalogueUses({ ledger, contents, rows }), {
  ledger,
  login: loginRulesIn(process.env),
})
