import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { correctionEndpoints } from '#contracts/intake/correction-endpoints.ts'
import { parseHandled } from '#county/organs.ts'
import { loginRulesIn } from '#edge/login-rules.ts'
import { s3Client } from '#edge/s3-client.ts'
import { serve } from '#edge/serve.ts'
import { rememberingContents } from '#ledger/contents.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { s3Contents } from '#ledger/s3-contents.ts'
import { dynamoPersons } from '#persons/dynamo-persons.ts'
import { dynamoRows } from '#rows/dynamo-rows.ts'
import { correctionUses } from './correction-uses.ts'

const { LEDGER, VIEWS, PERSONS, CONTENTS, COUNTY } = z
  .object({ LEDGER: z.string(), VIEWS: z.string(), PERSONS: z.string(), CONTENTS: z.string(), COUNTY: z.string() })
  .parse(process.env)
const client = DynamoDBDocumentClient.from(new DynamoDBClient())
const ledger = dynamoLedger({ client, table: LEDGER, now })
const contents = rememberingContents(s3Contents({ client: s3Client(), bucket: CONTENTS }))
const persons = dynamoPersons({ client, table: PERSONS, log: console.log })
const rows = dynamoRows({ client, table: VIEWS })
const county = parseHandled(COUNTY)

export const handler = serve(correctionEndpoints, correctionUses({ ledger, contents, persons, rows, county }), {
  ledger,
  login: loginRulesIn(process.env),
})
