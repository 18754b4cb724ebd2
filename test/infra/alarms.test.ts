import { readFileSync } from 'node:fs'
import { App, Stack } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { describe, expect, it } from 'vitest'
import { HouseAlarm } from '../../infra/constructs/house-alarm.ts'
import { functionsOf, templatesOf } from './templates.ts'

// With everything that a county may ask for: each alarm has its heading.
const webhook = { url: 'https://xiaoxi.sixian.example/shifan', secret: 'sixian-reminders' }
const sixian = templatesOf('sixian', { webhook })
const { ofType, named } = sixian
const alarms = ofType('AWS::CloudWatch::Alarm').map(({ Properties }) => ({
  ...Properties,
  name: Properties.AlarmName.replace('sixian-', '') as string,
}))
const filters = ofType('AWS::Logs::MetricFilter').map(({ Properties }) => ({
  log: Properties.LogGroupName as string,
  pattern: Properties.FilterPattern as string,
  metric: Properties.MetricTransformations[0].MetricName as string,
  value: Properties.MetricTransformations[0].MetricValue as string,
}))
const runbook = readFileSync('docs/runbook.md', 'utf8')
const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading!)

it('no function lacks an alarm on its errors', () => {
  const watched = alarms.filter(({ name }) => name.endsWith('-errors')).map(({ name }) => name.replace('-errors', ''))
  expect(watched.sort()).toEqual(
    functionsOf(sixian)
      .map(({ name }) => name)
      .sort(),
  )
})

it('no reader of a stream lacks an alarm on its lag, nor one on what it reports instead of throwing', () => {
  const readers = ofType('AWS::Lambda::EventSourceMapping').map(
    ({ Properties: { FunctionName } }) => functionsOf(sixian).find((fn) => sixian.idOf(fn) === FunctionName)!.name,
  )
  expect(
    alarms
      .filter(({ name }) => name.endsWith('-lag'))
      .map(({ name }) => name.replace('-lag', ''))
      .sort(),
  ).toEqual(readers.sort())
  const counted = filters.filter(({ metric }) => metric.endsWith('-failures'))
  expect(counted.map(({ metric }) => metric).sort()).toEqual(readers.map((name) => `sixian-${name}-failures`).sort())
  expect(new Set(counted.map(({ pattern }) => pattern))).toEqual(new Set(['"\\"record\\":"']))
})

describe('what is refused or held back', () => {
  const [stage] = ofType('AWS::ApiGatewayV2::Stage')
  const line: Record<string, string> = JSON.parse(stage!.Properties.AccessLogSettings.Format)
  const [log] = ofType('AWS::Logs::LogGroup').filter(({ Properties }) =>
    Properties.LogGroupName?.startsWith('/aws/vendedlogs/http/'),
  )

  it.each([
    ['http-refused', ['401', '403'], 60],
    ['http-throttled', ['429'], 30],
  ])('%s is counted by the access log, as it writes a status', (name, statuses, above) => {
    const [filter] = filters.filter(({ metric }) => metric === `sixian-${name}`)
    expect(filter).toMatchObject({
      log: sixian.idOf(log!),
      pattern: expect.stringContaining('$.status'),
      value: '1',
    })
    expect(filter!.pattern.match(/\$\.status = "\d+"/g)).toEqual(statuses.map((one) => `$.status = "${one}"`))
    // As a string, which is why the filter compares one.
    expect(line.status).toBe('$context.status')
    expect(alarms.find((one) => one.name === name)).toMatchObject({
      Namespace: 'Shifan',
      MetricName: `sixian-${name}`,
      Threshold: above,
      Period: 300,
    })
  })

  it('no table and no index is held back unseen', () => {
    const { Metrics } = alarms.find(({ name }) => name === 'tables-throttled')!
    const watched = Metrics.flatMap(({ MetricStat }: any) =>
      MetricStat
        ? [
            [MetricStat.Metric.MetricName, ...MetricStat.Metric.Dimensions.map(({ Value }: any) => Value).sort()].join(
              ' ',
            ),
          ]
        : [],
    )
    const wanted = ofType('AWS::DynamoDB::GlobalTable').flatMap((table) => [
      [sixian.idOf(table)],
      ...(table.Properties.GlobalSecondaryIndexes ?? []).map(({ IndexName }: any) => [IndexName, sixian.idOf(table)]),
    ])
    expect(watched.toSorted()).toEqual(
      wanted
        .flatMap((of) => ['ReadThrottleEvents', 'WriteThrottleEvents'].map((one) => [one, ...of].join(' ')))
        .toSorted(),
    )
    // CloudWatch adds up ten at most.
    expect(watched.length).toBeLessThanOrEqual(10)
  })

  it('nor any function, nor what consumers give up on', () => {
    expect(alarms.find(({ name }) => name === 'functions-throttled')).toMatchObject({
      Namespace: 'AWS/Lambda',
      MetricName: 'Throttles',
      Threshold: 0,
    })
    const failures = named('AWS::S3::Bucket', 'failures')
    const { Dimensions, ...alarm } = alarms.find(({ name }) => name === 'failures-arrived')!
    expect(alarm).toMatchObject({ Namespace: 'AWS/S3', MetricName: 'PutRequests', Threshold: 0 })
    const { FilterId, BucketName } = Object.fromEntries(Dimensions.map(({ Name, Value }: any) => [Name, Value]))
    expect(BucketName).toBe(failures)
    // S3 counts nothing of a bucket that does not ask for it.
    const [bucket] = ofType('AWS::S3::Bucket').filter((one) => sixian.idOf(one) === failures)
    expect(bucket!.Properties.MetricsConfigurations).toEqual([{ Id: FilterId }])
  })
})

it('what the filter looks for is what in-order.ts logs', () => {
  expect(readFileSync('packages/edge/in-order.ts', 'utf8')).toMatch(/log\(\{[^}]*\brecord: /)
})

it('every alarm says whom it hurts, leads to its heading, and reaches the county’s mailbox', () => {
  for (const { name, AlarmDescription, AlarmActions, TreatMissingData } of alarms) {
    expect(AlarmDescription).toMatch(/^[^A-Za-z].{9,}。处理办法：/)
    expect(AlarmDescription).toContain(`docs/runbook.md#${name}`)
    expect(AlarmActions).toEqual([named('AWS::SNS::Topic', 'alarms')])
    expect(TreatMissingData).toBe('notBreaching')
  }
  expect(ofType('AWS::SNS::Subscription').map(({ Properties }) => [Properties.Protocol, Properties.Endpoint])).toEqual([
    ['email', sixian.county.alarmEmail],
  ])
})

it('the mailbox may be written to by alarms of this account, over TLS', () => {
  const [policy] = ofType('AWS::SNS::TopicPolicy')
  expect(policy!.Properties.PolicyDocument.Statement).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: 'sns:Publish',
      }),
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    ]),
  )
})

it('the runbook has one heading per alarm, each with who is hurt and what to do', () => {
  expect(headings.toSorted()).toEqual(alarms.map(({ name }) => name).toSorted())
  const sections = runbook.split(/^## /m).slice(1)
  expect(sections.filter((one) => !one.includes('**谁受影响**') || !one.includes('**怎么办**'))).toEqual([])
})

it('an alarm without an impact in a Chinese sentence is refused', () => {
  const scope = new Stack(new App(), 'stack')
  const metric = new Metric({ namespace: 'n', metricName: 'm' })
  const topic = new Topic(scope, 'topic')
  const make = (impact: string) => () =>
    new HouseAlarm(scope, { name: 'x', county: 'c', impact, metric, above: 0, topic })
  expect(make('errors')).toThrow('say in a Chinese sentence who cannot do what')
})
