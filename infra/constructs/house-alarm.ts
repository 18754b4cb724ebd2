import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { Topic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'

export type HouseAlarmProps = {
  /** Names the alarm and its heading in docs/runbook.md; `<county>-<name>` in CloudWatch. */
  readonly name: string
  readonly county: string
  /** In Chinese, one sentence: who cannot do what because of it. */
  readonly impact: string
  readonly metric: IMetric
  /** Rings when the metric is above it. */
  readonly above: number
  readonly topic: Topic
  /** Periods in a row that have to be above; one if left out. */
  readonly periods?: number
}

/** An alarm that says whom it hurts, and where it is written what to do. */
export class HouseAlarm extends Construct {
  constructor(scope: Construct, { name, county, impact, metric, above, topic, periods = 1 }: HouseAlarmProps) {
    super(scope, `${name}-alarm`)
    if (!/^[^A-Za-z].{9,}。$/.test(impact))
      throw new Error(`the alarm ${name} says “${impact}”; say in a Chinese sentence who cannot do what.`)
    const alarm = new Alarm(this, 'alarm', {
      alarmName: `${county}-${name}`,
      alarmDescription: `${impact}处理办法：docs/runbook.md#${name}`,
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(topic))
  }
}
