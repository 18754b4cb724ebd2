import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { loginRulesIn } from '#edge/login-rules.ts'
import { s3Client } from '#edge/s3-client.ts'
import { serve } from '#edge/serve.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { dynamoPersons } from '#persons/dynamo-persons.ts'
import { dynamoRows } from '#rows/dynamo-rows.ts'
import { askTickets } from './ask-tickets.ts'
import { listOpenings } from './list-openings.ts'
import { listScans } from './list-scans.ts'
import { recordScan } from './record-scan.ts'
import { s3Signing } from './s3-signing.ts'
import { s3Stored } from './s3-stored.ts'
import { linkEvidence, listEvidence, readEvidence } from './show-evidence.ts'

const name = z.string()
const env = z.object({ LEDGER: name, VIEWS: name, PERSONS: name, EVIDENCE: name, SCAN: name }).parse(process.env)
const client = DynamoDBDocumentClient.from(new DynamoDBClient())
const ledger = dynamoLedger({ client, table: env.LEDGER, now })
const rows = dynamoRows({ client, table: env.VIEWS })
const bucket = { client: s3Client(), bucket: env.EVIDENCE }
const deps = { ledger, rows, objects: { ...s3Signing(bucket), ...s3Stored(bucket) }, scan: env.SCAN === 'demanded' }

export const handler = serve(
  evidenceEndpoints,
  {
    listOpenings: listOpenings({ rows, persons: dynamoPersons({ client, table: env.PERSONS, log: console.log }) }),
    listScans: listScans(deps),
    recordScan: recordScan(deps),
    askTickets: askTickets(deps),
    listEvidence: listEvidence(deps),
    readEvidence: readEvidence(deps),
    linkEvidence: linkEvidence(deps),
  },
  { ledger, login: loginRulesIn(process.env) },
)
