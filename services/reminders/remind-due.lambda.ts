import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { parseReminders } from '#county/reminders.ts'
import { countAltered } from '#edge/count-altered.ts'
import { onEvent } from '#edge/on-event.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { dynamoRows } from '#rows/dynamo-rows.ts'
import { remindDue } from './remind-due.ts'

const name = z.string()
const env = z.object({ LEDGER: name, VIEWS: name, REMINDERS: name }).parse(process.env)
const client = DynamoDBDocumentClient.from(new DynamoDBClient())
const ledger = dynamoLedger({ client, table: env.LEDGER, now })
const rows = dynamoRows({ client, table: env.VIEWS })
const remind = remindDue({ ledger, rows, table: parseReminders(env.REMINDERS), now })

/** Once a day. */
export const handler = onEvent('remind-due', z.unknown(), async () => {
  const done = await remind()
  console.log(JSON.stringify({ event: 'remind-due', ...done }))
  if (done.altered > 0) console.log(JSON.stringify(countAltered(done.altered, now().getTime())))
  return done
})
