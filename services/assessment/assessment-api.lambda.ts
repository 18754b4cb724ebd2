import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { assessmentEndpoints } from '#contracts/assessment/assessment.ts'
import { loginRulesIn } from '#edge/login-rules.ts'
import { s3Client } from '#edge/s3-client.ts'
import { serve } from '#edge/serve.ts'
import { rememberingContents } from '#ledger/contents.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { s3Contents } from '#ledger/s3-contents.ts'
import { dynamoPersons } from '#persons/dynamo-persons.ts'
import { dynamoRows } from '#rows/dynamo-rows.ts'
import { assessmentUses } from './assessment-uses.ts'

const { LEDGER, VIEWS, PERSONS, CONTENTS } = z
  .object({ LEDGER: z.string(), VIEWS: z.string(), PERSONS: z.string(), CONTENTS: z.string() })
  .parse(process.env)
const client = DynamoDBDocumentClient.from(new DynamoDBClient())
const ledger = dynamoLedger({ client, table: LEDGER, now })
const deps = {
  ledger,
  contents: rememberingContents(s3Contents({ client: s3Client(), bucket: CONTENTS })),
  rows: dynamoRows({ client, table: VIEWS }),
  persons: dynamoPersons({ client, table: PERSONS, log: console.log }),
}

export const handler = serve(assessmentEndpoints, assessmentUses(deps), { ledger, login: loginRulesIn(process.env) })
