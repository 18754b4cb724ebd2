import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SFNClient } from '@aws-sdk/client-sfn'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod/mini'
import { dynamoLedger } from '#ledger/dynamo-ledger.ts'
import type { Deps } from './follow/follow-stream.ts'
import { sfnMachine } from './run/sfn-machine.ts'
import { dynamoWaits } from './wait/dynamo-waits.ts'

const environment = z.object({ LEDGER: z.string(), WAITS: z.string(), MACHINES: z.string() })
/** ARNs by the version that each machine runs. */
const machines = z.record(z.string(), z.string())

/** Table names and the machines' ARNs, read from a function's environment, as what one case needs. */
export function conduct(variables: unknown, now: () => Date): Pick<Deps, 'ledger' | 'waits' | 'machine' | 'now'> {
  const { LEDGER, WAITS, MACHINES } = environment.parse(variables)
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}))
  return {
    ledger: dynamoLedger({ client, table: LEDGER, now }),
    waits: dynamoWaits({ client, table: WAITS }),
    machine: sfnMachine({ client: new SFNClient({}), arns: machines.parse(JSON.parse(MACHINES)) }),
    now,
  }
}
