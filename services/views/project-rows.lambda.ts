import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { inOrder } from '#edge/in-order.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { projector } from '#ledger/projector.ts'
import { rowOf } from '#rows/row-of.ts'

const { LEDGER, VIEWS } = z.object({ LEDGER: z.string(), VIEWS: z.string() }).parse(process.env)
const client = DynamoDBDocumentClient.from(new DynamoDBClient())
const project = projector({ ledger: dynamoLedger({ client, table: LEDGER, now }), row: rowOf, client, table: VIEWS })

/** Follows the ledger's stream. */
export const handler = inOrder(async (stream) => {
  await project(stream)
})
