import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { publicEndpoints } from '#contracts/notice.ts'
import { parseObjectionLimits } from '#county/objection-limits.ts'
import { parseOrgans } from '#county/organs.ts'
import { parseRetention } from '#county/retention.ts'
import { s3Client } from '#edge/s3-client.ts'
import { servePages } from '#edge/serve-pages.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { s3Contents } from '#ledger/s3-contents.ts'
import { dynamoPersons } from '#persons/dynamo-persons.ts'
import { publicUses } from './notice-uses.ts'
import { dynamoLimits } from './objection/dynamo-limits.ts'
import { s3Attachments } from './objection/s3-attachments.ts'

const name = z.string()
const env = z.object({ LEDGER: name, VIEWS: name, PERSONS: name, CONTENTS: name, COUNTY: name }).parse(process.env)
const client = DynamoDBDocumentClient.from(new DynamoDBClient())
const s3 = s3Client()
const ledger = dynamoLedger({ client, table: env.LEDGER, now })

export const handler = servePages(
  publicEndpoints,
  publicUses({
    ledger,
    contents: s3Contents({ client: s3, bucket: env.CONTENTS }),
    persons: dynamoPersons({ client, table: env.PERSONS, log: console.log }),
    attachments: s3Attachments({ client: s3, bucket: env.CONTENTS }),
    limits: dynamoLimits({ client, table: env.VIEWS, newSecret: randomUUID }),
    most: parseObjectionLimits(env.COUNTY),
    organs: parseOrgans(env.COUNTY),
    retention: parseRetention(env.COUNTY),
    newKey: randomUUID,
  }),
  { ledger },
)
