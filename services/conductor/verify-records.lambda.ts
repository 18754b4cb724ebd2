import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { countAltered } from '#edge/count-altered.ts'
import { onEvent } from '#edge/on-event.ts'
import { s3Client } from '#edge/s3-client.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { s3Roots } from '#ledger/s3-roots.ts'
import { dynamoRecords } from '#verify/dynamo-records.ts'
import { s3Bodies } from '#verify/s3-bodies.ts'
import { linesOf } from './run/log-findings.ts'
import { verifyRecords } from './run/verify-records.ts'

const text = z.string()
const { LEDGER, VIEWS, ROOTS, CONTENTS, EVIDENCE } = z
  .object({ LEDGER: text, VIEWS: text, ROOTS: text, CONTENTS: text, EVIDENCE: text })
  .parse(process.env)
const client = DynamoDBDocumentClient.from(new DynamoDBClient())
const s3 = s3Client()
const verify = verifyRecords({
  ledger: dynamoLedger({ client, table: LEDGER, now }),
  records: dynamoRecords({ client, ledger: LEDGER, views: VIEWS }),
  roots: s3Roots({ client: s3, bucket: ROOTS }),
  bodies: s3Bodies({ client: s3, contents: CONTENTS, evidence: EVIDENCE }),
  now,
})

/** Once a day; with `everything` whenever somebody asks for it. */
export const handler = onEvent('verify-records', z.object({ everything: z.optional(z.boolean()) }), async (asked) => {
  const verified = await verify(asked)
  for (const line of linesOf(verified)) console.log(JSON.stringify(line))
  if (verified.findings.length > 0) console.log(JSON.stringify(countAltered(verified.findings.length, now().getTime())))
  return { ...verified, findings: verified.findings.length }
})
