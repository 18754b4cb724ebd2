import { z } from 'zod/mini'
import type { Template } from '#local-cloud/assembly/template.ts'
import type { Permit } from '#local-cloud/permissions/permissions.ts'
import type { Hooks } from '#local-cloud/time/hooks.ts'
import type { Work } from '#local-cloud/time/work.ts'
import type { Ask } from './database.ts'
import { failureObject } from './failure-object.ts'
import type { Item } from './item-size.ts'
import { type Answer, StreamConsumer } from './stream-consumer.ts'
import { FilterCriteria, streamFilter } from './stream-filter.ts'
import { keyOf, newestItems, type Table } from './tables.ts'
import type { Undelivered } from './undelivered.ts'

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
  undelivered: Undelivered
  hooks: Hooks
}
type Consumer = {
  id: string
  table: Table
  name: string
  code: string
  consumer: StreamConsumer
  /** Whether it is called for a record with these keys. */
  wants: (keys: Item) => boolean
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
  FilterCriteria: z.optional(FilterCriteria),
})
const Code = z.object({ Code: z.object({ S3Key: z._default(z.string(), '') }) })
const Failures = z.object({ batchItemFailures: z._default(z.array(z.object({ itemIdentifier: z.string() })), []) })
const Found = z.object({ Item: z.optional(z.record(z.string(), z.unknown())) })
const DAY = 86_400_000

/** Hands changes of tables to the consumers the templates declare, and checks at boot that these may read the stream and write what fails. */
export class Streams {
  readonly #consumers: readonly Consumer[]
  readonly #deps: Deps
  #sequence = 0

  constructor(deps: Deps) {
    const { template, tables, permit, invoke, putObject, work, now, report, undelivered } = deps
    this.#deps = deps
    const codes = new Map(
      template.all('AWS::Lambda::Function', Code).map(({ name, properties }) => [name, properties.Code.S3Key]),
    )
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
        done: (records) =>
          undelivered.done(
            `${stack.name}/${id}`,
            records.map(({ eventID }) => eventID),
          ),
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
      const wants = streamFilter(properties.FilterCriteria)
      return { id: `${stack.name}/${id}`, table, name, code: codes.get(name) ?? '', consumer, wants }
    })
  }

  /**
   * To be called before a write, and what it answers after it: with what has changed, or with nothing when nothing has.
   * That is synchronous: what it begins counts as work before it returns.
   */
  announcing = (table: Table, key: Item, removes: boolean): ((change: Change | undefined) => void) => {
    const { undelivered, hooks } = this.#deps
    const consumers = this.#consumers.filter((one) => one.table === table && one.wants(key))
    const ids = consumers.map(({ id }) => id)
    const name = undelivered.expect(ids, { table: table.name, key, removes })
    return (change) => {
      for (const consumer of consumers)
        if (!change || hooks.dropRecord?.({ table: table.name, keys: key }, consumer.name))
          undelivered.done(consumer.id, [name])
        else this.#push(consumer, name, change)
    }
  }

  /** After a stop: what each consumer has still to be told, and one whose code has changed of the newest of every partition. */
  async deliverAgain(ask: Ask): Promise<void> {
    const { undelivered } = this.#deps
    for (const consumer of this.#consumers) {
      const { id, code, table, wants } = consumer
      if (!undelivered.knows(id, code)) {
        const newest = await Array.fromAsync(newestItems(table, ask), (item) => keyOf(table, item))
        const changes = newest.filter(wants).map((key) => ({ table: table.name, key }))
        undelivered.expectAll(id, code, changes)
      }
      for (const { name, table: of, key, removes } of undelivered.of(id)) {
        const { Item } = of === table.name ? Found.parse(await ask('GetItem', { TableName: of, Key: key })) : {}
        if (!wants(key)) undelivered.done(id, [name])
        else if (Item && !removes) this.#push(consumer, name, { eventName: 'MODIFY', item: Item })
        else if (!Item && removes) this.#push(consumer, name, { eventName: 'REMOVE', item: key })
        else undelivered.done(id, [name])
      }
    }
  }

  #push({ table, consumer }: Consumer, name: string, { eventName, item }: Change) {
    const Keys = keyOf(table, item)
    const images = table.streamView?.startsWith('NEW') && eventName !== 'REMOVE' ? { NewImage: item } : {}
    consumer.push({
      eventID: name,
      eventName,
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: table.region,
      dynamodb: {
        ApproximateCreationDateTime: Math.floor(this.#deps.now() / 1000),
        Keys,
        ...images,
        SequenceNumber: String(++this.#sequence).padStart(21, '0'),
        SizeBytes: JSON.stringify(Keys).length,
        StreamViewType: table.streamView ?? 'KEYS_ONLY',
      },
      eventSourceARN: table.streamArn,
    })
  }

  /** Stops or resumes delivery to the consumers whose function's name contains this. Answers how many there are. */
  switch = (functionName: string, on: boolean): number => {
    const chosen = this.#consumers.filter(({ name }) => name.includes(functionName))
    for (const { consumer } of chosen) consumer.switch(on)
    return chosen.length
  }
}
