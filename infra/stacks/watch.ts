import { Duration } from 'aws-cdk-lib'
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Topic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import type { CountyStack } from '../constructs/county-stack.ts'
import { HouseAlarm } from '../constructs/house-alarm.ts'

const period = Duration.minutes(5)
const sum = { statistic: Stats.SUM, period }
/** The id that S3 gives the metrics of a bucket as a whole. */
export const WHOLE_BUCKET = 'whole'

type Stored = {
  readonly county: string
  readonly topic: Topic
  readonly tables: readonly TableV2[]
  readonly listed: { readonly table: TableV2; readonly index: string }
  readonly failures: Bucket
}

/** What is held back at the tables, and what consumers gave up on. */
export function watchStorage(scope: Construct, { county, topic, tables, listed, failures }: Stored): void {
  const held = [
    ...tables.map((table) => ({ TableName: table.tableName })),
    { TableName: listed.table.tableName, GlobalSecondaryIndexName: listed.index },
  ].flatMap((dimensionsMap) =>
    // Ten numbers is what an alarm adds up at most: four tables and an index, read and written.
    ['ReadThrottleEvents', 'WriteThrottleEvents'].map(
      (metricName) => new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap, ...sum }),
    ),
  )
  const named = Object.fromEntries(held.map((metric, at) => [`held${at}`, metric]))
  new HouseAlarm(scope, {
    name: 'tables-throttled',
    county,
    impact: '表的读写被限流：办理变慢，有的点击要重试。',
    metric: new MathExpression({
      expression: Object.keys(named)
        .map((id) => `FILL(${id}, 0)`)
        .join(' + '),
      label: 'throttled',
      usingMetrics: named,
      period,
    }),
    above: 0,
    topic,
  })
  new HouseAlarm(scope, {
    name: 'failures-arrived',
    county,
    impact: '有事件或记录多次处理不成，已被放弃，要人工补做。',
    metric: new Metric({
      namespace: 'AWS/S3',
      metricName: 'PutRequests',
      dimensionsMap: { BucketName: failures.bucketName, FilterId: WHOLE_BUCKET },
      ...sum,
    }),
    above: 0,
    topic,
  })
}

/** Functions that Lambda would not start. Without a dimension the metric is of all functions of the account. */
export function watchFunctions(scope: CountyStack): void {
  new HouseAlarm(scope, {
    name: 'functions-throttled',
    county: scope.county.name,
    impact: '同时的请求太多，有的没有被处理：有人的点击或一件后续处理没有成功。',
    metric: new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', ...sum }),
    above: 0,
    topic: scope.alarms,
  })
}

/** In five minutes. Somebody whose login ran out makes a few at once; who tries doors makes many. */
const REFUSED_AT_MOST = 60
/** In five minutes: one page loads some twenty files at once, and a second try gets them. */
const HELD_BACK_AT_MOST = 30

/** What the API would not let in, by the lines of its access log: API Gateway counts no single status. */
export function watchAccess(scope: CountyStack, logGroup: LogGroup): void {
  const counted = (name: string, ...statuses: readonly number[]) =>
    new MetricFilter(scope, `counts-${name}`, {
      logGroup,
      filterPattern: FilterPattern.any(
        ...statuses.map((status) => FilterPattern.stringValue('$.status', '=', String(status))),
      ),
      metricNamespace: 'Shifan',
      metricName: `${scope.county.name}-${name}`,
    }).metric(sum)
  new HouseAlarm(scope, {
    name: 'http-refused',
    county: scope.county.name,
    impact: '五分钟内有很多请求因没有登录或没有权限被拒绝：可能有人在试探，也可能登录服务出了问题、大家都进不来。',
    metric: counted('http-refused', 401, 403),
    above: REFUSED_AT_MOST,
    topic: scope.alarms,
  })
  new HouseAlarm(scope, {
    name: 'http-throttled',
    county: scope.county.name,
    impact: '请求太密，有的被挡回：单位、法制办或群众要稍后再试。',
    metric: counted('http-throttled', 429),
    above: HELD_BACK_AT_MOST,
    topic: scope.alarms,
  })
}
