import { Duration } from 'aws-cdk-lib'
import { type EventPattern, Rule, type RuleProps, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { EventInvokeConfig } from 'aws-cdk-lib/aws-lambda'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { leavesFailures } from './access.ts'
import type { CountyStack } from './county-stack.ts'
import { Handler, type HandlerProps } from './handler.ts'

const SCHEDULES = {
  'every hour': Schedule.rate(Duration.hours(1)),
  // Eight in the morning in the county, where the date of UTC and of Shanghai are the same.
  'every day': Schedule.cron({ minute: '0', hour: '0' }),
}

export type CalledByEventsProps = HandlerProps & {
  readonly on: EventPattern | keyof typeof SCHEDULES
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
      ...calledOn(on),
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

const calledOn = (on: CalledByEventsProps['on']): Pick<RuleProps, 'schedule' | 'eventPattern'> =>
  typeof on === 'string' ? { schedule: SCHEDULES[on] } : { eventPattern: on }
