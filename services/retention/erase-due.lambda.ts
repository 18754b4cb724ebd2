import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { parseRetention } from '#county/retention.ts'
import { onEvent } from '#edge/on-event.ts'
import { s3Client } from '#edge/s3-client.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { dynamoPersons } from '#persons/dynamo-persons.ts'
import { eraseDue } from './erase-due.ts'
import { removeRejected } from './remove-rejected.ts'
import { s3Rejected } from './s3-rejected.ts'

const name = z.string()
const env = z.object({ LEDGER: name, PERSONS: name, EVIDENCE: name, COUNTY: name }).parse(process.env)
const client = DynamoDBDocumentClient.from(new DynamoDBClient())
const ledger = dynamoLedger({ client, table: env.LEDGER, now })
const persons = dynamoPersons({ client, table: env.PERSONS, log: console.log })
const erase = eraseDue({ ledger, persons, terms: parseRetention(env.COUNTY), now })
const remove = removeRejected({ ledger, files: s3Rejected({ client: s3Client(), bucket: env.EVIDENCE }), now })

/** Once a day. */
export const handler = onEvent('erase-due', z.unknown(), async () => {
  const done = { ...(await erase()), ...(await remove()) }
  console.log(JSON.stringify({ event: 'erase-due', ...done }))
  return done
})
