import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { retentionEndpoints } from '#contracts/personal/retention.ts'
import { parseRetention } from '#county/retention.ts'
import { loginRulesIn } from '#edge/login-rules.ts'
import { serve } from '#edge/serve.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { dynamoPersons } from '#persons/dynamo-persons.ts'
import { dynamoRows } from '#rows/dynamo-rows.ts'
import { retentionUses } from './retention-uses.ts'

const name = z.string()
const env = z.object({ LEDGER: name, VIEWS: name, PERSONS: name, COUNTY: name }).parse(process.env)
const client = DynamoDBDocumentClient.from(new DynamoDBClient())
const ledger = dynamoLedger({ client, table: env.LEDGER, now })
const deps = {
  ledger,
  rows: dynamoRows({ client, table: env.VIEWS }),
  persons: dynamoPersons({ client, table: env.PERSONS, log: console.log }),
  terms: parseRetention(env.COUNTY),
}

export const handler = serve(retentionEndpoints, retentionUses(deps), { ledger, login: loginRulesIn(process.env) })
