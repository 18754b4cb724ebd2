import { Duration } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { leavesFailures, readsStreamOf } from './access.ts'
import type { CountyStack } from './county-stack.ts'
import { Handler, type HandlerProps } from './handler.ts'
import { HouseAlarm } from './house-alarm.ts'

export type StreamConsumerProps = HandlerProps & {
  readonly follows: TableV2
  /** The kinds of streams whose news it is called for: what its code acts on, no more and no less. */
  readonly kinds: readonly string[]
  /** Where records go that it has given up on. */
  readonly failures: Bucket
  /** In Chinese, one sentence: what is late while it lags. */
  readonly lagImpact: string
}

/** A stream is named by its kind first. */
const named = (kind: string) => ({ prefix: `${kind}/` })

/** How packages/edge/in-order.ts logs the record at which it stopped. */
const FAILED_RECORD = '"record":'

/**
 * A function that follows a table's stream, in order. CDK's defaults would retry a poison record without limit and
 * lose what waits behind it after a day.
 */
export class StreamConsumer extends Handler {
  constructor(scope: CountyStack, name: string, props: StreamConsumerProps) {
    super(scope, name, { timeout: Duration.minutes(1), failsSaying: FAILED_RECORD, ...props })
    const { follows, kinds, failures, lagImpact } = props
    if (!follows.tableStreamArn) throw new Error(`${name} follows a table without a stream; give the table one.`)
    for (const right of [...readsStreamOf(follows), ...leavesFailures(failures)]) this.allow(right)
    new EventSourceMapping(this, 'stream', {
      target: this.function,
      eventSourceArn: follows.tableStreamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [FilterCriteria.filter({ dynamodb: { Keys: { stream: { S: kinds.map(named) } } } })],
      batchSize: 100,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      // Nine calls in all, each after a longer while.
      retryAttempts: 8,
      // Half of what the stream keeps, so that whoever repairs has the other half.
      maxRecordAge: Duration.hours(12),
      supportS3OnFailureDestination: true,
      onFailure: { bind: () => ({ destination: failures.bucketArn }) },
    })
    new HouseAlarm(this, {
      name: `${name}-lag`,
      county: scope.county.name,
      impact: lagImpact,
      metric: this.function.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(5) }),
      above: Duration.minutes(10).toMilliseconds(),
      topic: scope.alarms,
    })
  }
}
