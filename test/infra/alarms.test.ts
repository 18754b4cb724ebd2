import { readFileSync } from 'node:fs'
import { App, Stack } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { expect, it } from 'vitest'
import { HouseAlarm } from '../../infra/constructs/house-alarm.ts'
import { functionsOf, templatesOf } from './templates.ts'

const sixian = templatesOf('sixian')
const { ofType, named } = sixian
const alarms = ofType('AWS::CloudWatch::Alarm').map(({ Properties }) => ({
  ...Properties,
  name: Properties.AlarmName.replace('sixian-', '') as string,
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
  const counted = ofType('AWS::Logs::MetricFilter').map(
    ({ Properties }) => Properties.MetricTransformations[0].MetricName,
  )
  expect(counted.sort()).toEqual(readers.map((name) => `sixian-${name}-failures`).sort())
  expect(new Set(ofType('AWS::Logs::MetricFilter').map(({ Properties }) => Properties.FilterPattern))).toEqual(
    new Set(['"\\"record\\":"']),
  )
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
