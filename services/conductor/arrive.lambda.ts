import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { onEvent } from '#edge/on-event.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { arrive } from './wait/arrive.ts'

const { LEDGER } = z.object({ LEDGER: z.string() }).parse(process.env)
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}))
const look = arrive({ ledger: dynamoLedger({ client, table: LEDGER, now }), now })

/** A task of the state machine: where does the case stand? */
export const handler = onEvent('arrive', z.object({ case: z.string(), step: z.string() }), (task) => look(task.case))
