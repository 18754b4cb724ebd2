import type { Execution } from '#local-cloud/machine/machine-messages.ts'
import type { Created } from '#local-cloud/s3/s3-writes.ts'
import type { Happening } from './event-bus.ts'

/** What S3 tells EventBridge of a new object. */
export const objectCreated = ({ bucket, key, size, etag }: Created, bucketArn: string): Happening => ({
  source: 'aws.s3',
  detailType: 'Object Created',
  resources: [bucketArn],
  detail: { version: '0', bucket: { name: bucket }, object: { key, size, etag, sequencer: '0' }, reason: 'PutObject' },
})

/** What Step Functions tells EventBridge when an execution begins and when it ends. */
export const executionChanged = ({ arn, machineArn, ...execution }: Execution): Happening => ({
  source: 'aws.states',
  detailType: 'Step Functions Execution Status Change',
  resources: [arn],
  detail: {
    executionArn: arn,
    stateMachineArn: machineArn,
    stopDate: null,
    output: null,
    error: null,
    cause: null,
    ...execution,
  },
})
