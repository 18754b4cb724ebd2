import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { inOrder } from '#edge/in-order.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { dynamoPersons } from '#persons/dynamo-persons.ts'
import { dynamoRows } from '#rows/dynamo-rows.ts'
import { postTo } from './post-to.ts'
import { readSecret } from './read-secret.ts'
import { sendReminders } from './send-reminders.ts'

const name = z.string()
const env = z
  .object({
    ...{ LEDGER: name, VIEWS: name, PERSONS: name, WEBHOOK: z.url(), SECRET: name, ORIGIN: z.url() },
    ...{ AWS_REGION: name, AWS_ENDPOINT_URL_SECRETS_MANAGER: z.optional(z.url()) },
  })
  .parse(process.env)
const client = new DynamoDBClient()
const documents = DynamoDBDocumentClient.from(client)
const { AWS_REGION: region, AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoint } = env

/** What was recorded is poked by its row. */
export const handler = inOrder(
  sendReminders({
    ledger: dynamoLedger({ client: documents, table: env.LEDGER, now }),
    rows: dynamoRows({ client: documents, table: env.VIEWS }),
    persons: dynamoPersons({ client: documents, table: env.PERSONS, log: console.log }),
    secret: readSecret({ client, region, endpoint, id: env.SECRET }),
    post: postTo(env.WEBHOOK),
    origin: env.ORIGIN,
    now,
  }),
)
