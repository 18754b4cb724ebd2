import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { loginRulesIn } from '#edge/login-rules.ts'
import { s3Client } from '#edge/s3-client.ts'
import { serve } from '#edge/serve.ts'
import { rememberingContents } from '#ledger/contents.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { s3Contents } from '#ledger/s3-contents.ts'
import { dynamoPersons } from '#persons/dynamo-persons.ts'
import { dynamoRows } from '#rows/dynamo-rows.ts'
import { evidenceUses } from './evidence-uses.ts'
import { s3Signing } from './s3-signing.ts'
import { s3Stored } from './s3-stored.ts'

const name = z.string()
const named = { LEDGER: name, VIEWS: name, PERSONS: name, EVIDENCE: name, SCAN: name, CONTENTS: name }
const env = z.object(named).parse(process.env)
const client = DynamoDBDocumentClient.from(new DynamoDBClient())
const ledger = dynamoLedger({ client, table: env.LEDGER, now })
const rows = dynamoRows({ client, table: env.VIEWS })
const persons = dynamoPersons({ client, table: env.PERSONS, log: console.log })
const evidence = { client: s3Client(), bucket: env.EVIDENCE }
const texts = { ...evidence, bucket: env.CONTENTS }
const deps = {
  ledger,
  rows,
  persons,
  objects: { ...s3Signing(evidence), ...s3Stored(evidence) },
  scan: env.SCAN === 'demanded',
  contents: rememberingContents(s3Contents(texts)),
  attachments: s3Signing(texts),
}

export const handler = serve(evidenceEndpoints, evidenceUses(deps), { ledger, login: loginRulesIn(process.env) })
