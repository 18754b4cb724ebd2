import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { titleEndpoints } from '#contracts/title/title.ts'
import { parseOrgans } from '#county/organs.ts'
import { loginRulesIn } from '#edge/login-rules.ts'
import { s3Client } from '#edge/s3-client.ts'
import { serve } from '#edge/serve.ts'
import { rememberingContents } from '#ledger/contents.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { s3Contents } from '#ledger/s3-contents.ts'
import { dynamoPersons } from '#persons/dynamo-persons.ts'
import { dynamoRows } from '#rows/dynamo-rows.ts'
import { titleUses } from './title-uses.ts'

const name = z.string()
const env = z.object({ LEDGER: name, VIEWS: name, PERSONS: name, CONTENTS: name, COUNTY: name }).parse(process.env)
const client = DynamoDBDocumentClient.from(new DynamoDBClient())
const ledger = dynamoLedger({ client, table: env.LEDGER, now })
const deps = {
  ledger,
  contents: rememberingContents(s3Contents({ client: s3Client(), bucket: env.CONTENTS })),
  rows: dynamoRows({ client, table: env.VIEWS }),
  persons: dynamoPersons({ client, table: env.PERSONS, log: console.log }),
  organs: parseOrgans(env.COUNTY),
}

export const handler = serve(titleEndpoints, titleUses(deps), { ledger, login: loginRulesIn(process.env) })
