import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { workEndpoints } from '#contracts/work/work.ts'
import { loginRulesIn } from '#edge/login-rules.ts'
import { serve } from '#edge/serve.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { dynamoPersons } from '#persons/dynamo-persons.ts'
import { dynamoRows } from '#rows/dynamo-rows.ts'
import { workUses } from './work-uses.ts'

const { LEDGER, VIEWS, PERSONS } = z
  .object({ LEDGER: z.string(), VIEWS: z.string(), PERSONS: z.string() })
  .parse(process.env)
const client = DynamoDBDocumentClient.from(new DynamoDBClient())
const ledger = dynamoLedger({ client, table: LEDGER, now })
const persons = dynamoPersons({ client, table: PERSONS, log: console.log })
const rows = dynamoRows({ client, table: VIEWS })

export const handler = serve(workEndpoints, workUses({ ledger, persons, rows }), {
  ledger,
  login: loginRulesIn(process.env),
})
