import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { loginRulesIn } from '#edge/login-rules.ts'
import { serve } from '#edge/serve.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { dynamoRows } from '#rows/dynamo-rows.ts'
import { viewsUses } from './views-uses.ts'

const { LEDGER, VIEWS } = z.object({ LEDGER: z.string(), VIEWS: z.string() }).parse(process.env)
const client = DynamoDBDocumentClient.from(new DynamoDBClient())

export const handler = serve(viewsEndpoints, viewsUses({ rows: dynamoRows({ client, table: VIEWS }), now }), {
  ledger: dynamoLedger({ client, table: LEDGER, now }),
  login: loginRulesIn(process.env),
})
