import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { countAltered } from '#edge/count-altered.ts'
import { onEvent } from '#edge/on-event.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { projector } from '#ledger/projector.ts'
import { dynamoRows } from '#rows/dynamo-rows.ts'
import { rowOf } from '#rows/row-of.ts'
import { countRepairs } from './count-repairs.ts'
import { rebuildRows } from './rebuild-rows.ts'

const { LEDGER, VIEWS } = z.object({ LEDGER: z.string(), VIEWS: z.string() }).parse(process.env)
const client = DynamoDBDocumentClient.from(new DynamoDBClient())
const ledger = dynamoLedger({ client, table: LEDGER, now })
const rows = dynamoRows({ client, table: VIEWS })
const project = projector({ ledger, row: rowOf, client, table: VIEWS })

/** Hourly. */
export const handler = onEvent('rebuild-rows', z.unknown(), async () => {
  const counted = await rebuildRows({ ledger, rows, project })
  console.log(JSON.stringify(countRepairs(counted, now())))
  if (counted.altered > 0) console.log(JSON.stringify(countAltered(counted.altered, now().getTime())))
  return counted
})
