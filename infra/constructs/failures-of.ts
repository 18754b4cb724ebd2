import { Duration } from 'aws-cdk-lib'
import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch'
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'

const period = Duration.minutes(5)

/**
 * How often a function failed. One that reports a failure in its answer is a success to Lambda; its log says otherwise.
 * @param said what its log says then, and whose failures they are
 */
export function failuresOf(
  fn: Lambda,
  logGroup: LogGroup,
  said: { readonly phrase: string; readonly of: string } | undefined | '',
): IMetric {
  const errors = fn.metricErrors({ period })
  if (!said) return errors
  const filter = new MetricFilter(logGroup, 'failures', {
    logGroup,
    // A phrase, wherever in the line: Lambda puts the instant before it, so it is no JSON to CloudWatch.
    filterPattern: FilterPattern.literal(JSON.stringify(said.phrase)),
    metricNamespace: 'Shifan',
    metricName: `${said.of}-failures`,
  })
  return new MathExpression({
    expression: 'FILL(errors, 0) + FILL(said, 0)',
    label: 'failures',
    usingMetrics: { errors, said: filter.metric({ statistic: 'Sum', period }) },
    period,
  })
}
