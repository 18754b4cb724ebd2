import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { noticeEndpoints } from '#contracts/notice.ts'
import { parseOrgans } from '#county/organs.ts'
import { loginRulesIn } from '#edge/login-rules.ts'
import { s3Client } from '#edge/s3-client.ts'
import { serve } from '#edge/serve.ts'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import { s3Contents } from '#ledger/s3-contents.ts'
import { dynamoPersons } from '#persons/dynamo-persons.ts'
import { dynamoRows } from '#rows/dynamo-rows.ts'
import { noticeUses } from './notice-uses.ts'
import { linkAttachments, sizeOfAttachment } from './objection/link-attachments.ts'

const name = z.string()
const { LEDGER, VIEWS, PERSONS, CONTENTS, EVIDENCE, COUNTY } = z
  .object({ LEDGER: name, VIEWS: name, PERSONS: name, CONTENTS: name, EVIDENCE: name, COUNTY: name })
  .parse(process.env)
const client = DynamoDBDocumentClient.from(new DynamoDBClient())
const s3 = s3Client()
const ledger = dynamoLedger({ client, table: LEDGER, now })

export const handler = serve(
  noticeEndpoints,
  noticeUses({
    ledger,
    rows: dynamoRows({ client, table: VIEWS }),
    contents: s3Contents({ client: s3, bucket: CONTENTS }),
    persons: dynamoPersons({ client, table: PERSONS, log: console.log }),
    link: linkAttachments({ client: s3, contents: CONTENTS, evidence: EVIDENCE }),
    sizeOf: sizeOfAttachment({ client: s3, contents: CONTENTS }),
    organs: parseOrgans(COUNTY),
  }),
  { ledger, login: loginRulesIn(process.env) },
)
