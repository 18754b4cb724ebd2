import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import { loginRulesIn } from '#edge/login-rules.ts'
import { serve } from '#edge/serve.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { dynamoPersons } from '#persons/dynamo-persons.ts'
import { dynamoRows } from '#rows/dynamo-rows.ts'
import { callerOrFirstAdministrator } from './first-administrator.ts'
import { rosterUses } from './roster-uses.ts'

const { LEDGER, VIEWS, PERSONS, ISSUER, ADMIN_LOGIN } = z
  .object({
    LEDGER: z.string(),
    VIEWS: z.string(),
    PERSONS: z.string(),
    ISSUER: z.string(),
    ADMIN_LOGIN: z.string().check(z.minLength(1)),
  })
  .parse(process.env)
const client = DynamoDBDocumentClient.from(new DynamoDBClient())
const ledger = dynamoLedger({ client, table: LEDGER, now })
const rows = dynamoRows({ client, table: VIEWS })
const persons = dynamoPersons({ client, table: PERSONS, log: console.log })

export const handler = serve(rosterEndpoints, rosterUses({ ledger, rows, persons, issuer: ISSUER }), {
  ledger,
  login: loginRulesIn(process.env),
  callerOf: callerOrFirstAdministrator({ ledger, rows, login: { issuer: ISSUER, subject: ADMIN_LOGIN } }),
})
