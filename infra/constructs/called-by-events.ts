import { Duration } from 'aws-cdk-lib'
import { type EventPattern, Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { EventInvokeConfig } from 'aws-cdk-lib/aws-lambda'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { leavesFailures } from './access.ts'
import type { CountyStack } from './county-stack.ts'
import { Handler, type HandlerProps } from './handler.ts'

export type CalledByEventsProps = HandlerProps & {
  readonly on: EventPattern | 'every hour'
  /** Where events go that it has given up on. */
  readonly failures: Bucket
}

/** A function that EventBridge calls: tried three times, then the event lies in the bucket of failures. */
export class CalledByEvents extends Handler {
  constructor(scope: CountyStack, name: string, props: CalledByEventsProps) {
    super(scope, name, props)
    const { on, failures } = props
    new Rule(this, 'rule', {
      targets: [new LambdaFunction(this.function)],
      ...(on === 'every hour' ? { schedule: Schedule.rate(Duration.hours(1)) } : { eventPattern: on }),
    })
    for (const right of leavesFailures(failures)) this.allow(right)
    new EventInvokeConfig(this, 'attempts', {
      function: this.function,
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onFailure: { bind: () => ({ destination: failures.bucketArn }) },
    })
  }
}
