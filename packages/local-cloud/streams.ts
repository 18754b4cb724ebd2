import { z } from 'zod/mini'
import type { Hooks } from './hooks.ts'
import type { Item } from './item-size.ts'
import type { Permit } from './permissions.ts'
import { type Answer, StreamConsumer, type StreamRecord } from './stream-consumer.ts'
import type { Table } from './tables.ts'
import type { Template } from './template.ts'
import type { Work } from './work.ts'

export type Change = { eventName: 'INSERT' | 'MODIFY' | 'REMOVE'; item: Item }
export type PutObject = (bucket: string, key: string, body: string) => Promise<void>
type Deps = {
  template: Template
  tables: readonly Table[]
  invoke: (functionName: string, event: unknown) => Promise<unknown>
  permit: Permit
  putObject: PutObject
  work: Work
  now: () => number
  report: (sentence: string) => void
  hooks: Hooks
}

const Mapping = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z._default(z.number(), 100),
  // Without a limit AWS tries a poison record for a day and blocks everything behind it; here it would never end.
  MaximumRetryAttempts: z.number().check(z.nonnegative()),
  MaximumRecordAgeInSeconds: z.optional(z.number()),
  BisectBatchOnFunctionError: z._default(z.boolean(), false),
  FunctionResponseTypes: z._default(z.array(z.string()), []),
  DestinationConfig: z.optional(z.object({ OnFailure: z.object({ Destination: z.string() }) })),
  Enabled: z._default(z.boolean(), true),
  FilterCriteria: z.optional(z.never('FilterCriteria is not known here')),
})
const Failures = z.object({ batchItemFailures: z._default(z.array(z.object({ itemIdentifier: z.string() })), []) })
const DAY = 86_400_000

/** Hands changes of tables to the consumers the templates declare, and checks at boot that these may read the stream and write what fails. */
export class Streams {
  readonly #consumers: { table: Table; name: string; consumer: StreamConsumer }[]
  readonly #deps: Deps
  #sequence = 0

  constructor(deps: Deps) {
    const { template, tables, permit, invoke, putObject, work, now, report } = deps
    this.#deps = deps
    const declared = template.all('AWS::Lambda::EventSourceMapping', Mapping)
    this.#consumers = declared.map(({ id, stack, properties }) => {
      const table = tables.find(({ streamArn }) => streamArn === properties.EventSourceArn)
      if (!table)
        throw new Error(`${id} of ${stack.name} reads ${properties.EventSourceArn}, which is no stream of a table`)
      const name = properties.FunctionName.split(':').at(-1) ?? ''
      for (const action of ['GetRecords', 'GetShardIterator', 'DescribeStream', 'ListStreams'])
        permit(name, `dynamodb:${action}`, table.streamArn)
      const bucketArn = properties.DestinationConfig?.OnFailure.Destination
      if (bucketArn && !bucketArn.includes(':s3:::'))
        throw new Error(`${id} of ${stack.name} sends failures to ${bucketArn}; only buckets are known here`)
      if (bucketArn) {
        permit(name, 's3:PutObject', `${bucketArn}/aws/lambda/${id}`)
        permit(name, 's3:ListBucket', bucketArn)
      }
      const partial = properties.FunctionResponseTypes.includes('ReportBatchItemFailures')
      const consumer = new StreamConsumer({
        what: `the stream of ${table.name} for ${name}`,
        batchSize: properties.BatchSize,
        retries: properties.MaximumRetryAttempts,
        bisect: properties.BisectBatchOnFunctionError,
        maxAgeMs:
          properties.MaximumRecordAgeInSeconds === undefined || properties.MaximumRecordAgeInSeconds < 0
            ? DAY
            : properties.MaximumRecordAgeInSeconds * 1000,
        enabled: properties.Enabled,
        shuffle: deps.hooks.shuffle,
        work,
        now,
        call: async (Records): Promise<Answer> => {
          try {
            const answer = await invoke(name, { Records })
            if (!partial) return { failed: undefined }
            const [first] = z.nullish(Failures).parse(answer)?.batchItemFailures ?? []
            return { failed: first && (first.itemIdentifier || 'all') }
          } catch (error) {
            report(`${name} failed on ${Records.length} records of ${table.name}: ${error}`)
            return { failed: 'all' }
          }
        },
        giveUp: async (records, condition, attempts) => {
          report(
            `${name} gave up on ${records.length} records of ${table.name} (${condition}): ${JSON.stringify(records[0]?.dynamodb.Keys)}`,
          )
          if (!bucketArn) return
          const { key, body } = failureObject({
            id,
            functionName: name,
            table,
            records,
            condition,
            attempts,
            now: now(),
          })
          await putObject(bucketArn.split(':::')[1] ?? '', key, body)
        },
      })
      return { table, name, consumer }
    })
  }

  /** Synchronous: what it begins counts as work before it returns. */
  written = (tableName: string, { eventName, item }: Change): void => {
    for (const { table, name, consumer } of this.#consumers) {
      if (table.name !== tableName) continue
      const { hash, range } = table.key
      const Keys = range ? { [hash]: item[hash], [range]: item[range] } : { [hash]: item[hash] }
      if (this.#deps.hooks.dropRecord?.({ table: tableName, keys: Keys }, name)) continue
      const images = table.streamView?.startsWith('NEW') && eventName !== 'REMOVE' ? { NewImage: item } : {}
      consumer.push({
        eventID: String(++this.#sequence),
        eventName,
        eventVersion: '1.1',
        eventSource: 'aws:dynamodb',
        awsRegion: table.region,
        dynamodb: {
          ApproximateCreationDateTime: Math.floor(this.#deps.now() / 1000),
          Keys,
          ...images,
          SequenceNumber: String(this.#sequence).padStart(21, '0'),
          SizeBytes: JSON.stringify(Keys).length,
          StreamViewType: table.streamView ?? 'KEYS_ONLY',
        },
        eventSourceARN: table.streamArn,
      })
    }
  }

  /** Stops or resumes delivery to the consumers whose function's name contains this. Answers how many there are. */
  switch = (functionName: string, on: boolean): number => {
    const chosen = this.#consumers.filter(({ name }) => name.includes(functionName))
    for (const { consumer } of chosen) consumer.switch(on)
    return chosen.length
  }
}

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
function failureObject({ id, functionName, table, records, condition, attempts, now }: Failure): {
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
