import type { StreamRecord } from './stream-consumer.ts'
import type { Table } from './tables.ts'

type Failure = {
  id: string
  functionName: string
  table: Table
  records: readonly StreamRecord[]
  condition: string
  attempts: number
  now: number
}

/** What Lambda writes into the failures bucket: where the records stood in the stream, and the records themselves. */
export function failureObject({ id, functionName, table, records, condition, attempts, now }: Failure): {
  key: string
  body: string
} {
  const timestamp = new Date(now).toISOString()
  const [first, last] = [records[0], records.at(-1)]
  const body = {
    requestContext: {
      requestId: crypto.randomUUID(),
      functionArn: table.arn.replace(/:dynamodb:(.*):table\/.*/, `:lambda:$1:function:${functionName}`),
      condition,
      approximateInvokeCount: attempts,
    },
    version: '1.0',
    timestamp,
    DDBStreamBatchInfo: {
      shardId: 'shardId-local',
      startSequenceNumber: first?.dynamodb.SequenceNumber,
      endSequenceNumber: last?.dynamodb.SequenceNumber,
      batchSize: records.length,
      streamArn: table.streamArn,
    },
    payload: JSON.stringify({ Records: records }),
  }
  const day = timestamp.slice(0, 10)
  const key = `aws/lambda/${id}/shardId-local/${day.replaceAll('-', '/')}/${timestamp.slice(0, 19).replaceAll(':', '.')}-${crypto.randomUUID()}`
  return { key, body: JSON.stringify(body) }
}
