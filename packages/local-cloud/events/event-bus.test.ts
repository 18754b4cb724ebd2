import { expect, test } from 'vitest'
import { placeOf } from '#local-cloud/assembly/resource-attributes.ts'
import { Template } from '#local-cloud/assembly/template.ts'
import { invokePermissions } from '#local-cloud/permissions/invoke-permissions.ts'
import { VirtualTimers } from '#local-cloud/time/virtual-timers.ts'
import { Work } from '#local-cloud/time/work.ts'
import { EventBus } from './event-bus.ts'

const F = { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'f' } }
const target = [{ Id: 't', Arn: { 'Fn::GetAtt': ['F', 'Arn'] } }]
const R = { Type: 'AWS::Events::Rule', Properties: { Name: 'rule', EventPattern: { source: ['s'] }, Targets: target } }
const P = {
  Type: 'AWS::Lambda::Permission',
  Properties: {
    FunctionName: { 'Fn::GetAtt': ['F', 'Arn'] },
    Principal: 'events.amazonaws.com',
    Action: 'lambda:InvokeFunction',
    SourceArn: { 'Fn::GetAtt': ['R', 'Arn'] },
  },
}
const config = (MaximumRetryAttempts: number) => ({
  Type: 'AWS::Lambda::EventInvokeConfig',
  Properties: {
    FunctionName: { Ref: 'F' },
    MaximumRetryAttempts,
    DestinationConfig: { OnFailure: { Destination: 'arn:aws:s3:::failures' } },
  },
})
const happening = { source: 's', detailType: 't', resources: [], detail: {} }

function bus(resources: Record<string, { Type: string; Properties: Record<string, unknown> }>, failures: number) {
  const stack = {
    name: 's',
    place: placeOf('eu-west-1', '1'),
    resources,
    outputs: {},
    parameters: {},
    assets: new Map(),
  }
  const template = new Template([stack], '')
  const work = new Work()
  const timers = new VirtualTimers()
  const seen = { calls: 0, reports: [] as string[], objects: [] as string[], permits: [] as string[] }
  const events = new EventBus({
    template,
    work,
    timers,
    mayInvoke: invokePermissions(template),
    permit: (_, action) => void seen.permits.push(action),
    now: () => 0,
    report: (sentence) => void seen.reports.push(sentence),
    putObject: async (bucket, key) => void seen.objects.push(`${bucket}/${key}`),
    skip: undefined,
    invoke: async () => {
      if (++seen.calls <= failures) throw new Error('not now')
    },
  })
  return { events, timers, work, seen }
}

test('a function that fails is called again after one minute and after two', async () => {
  const { events, timers, work, seen } = bus({ F, R, P }, 2)
  await events.put(happening)
  expect([seen.calls, timers.nextDue()]).toEqual([1, 60_000])
  timers.tick(60_000)
  await work.idle()
  expect([seen.calls, timers.nextDue()]).toEqual([2, 120_000])
  timers.tick(120_000)
  await work.idle()
  expect([seen.calls, timers.nextDue()]).toEqual([3, Number.POSITIVE_INFINITY])
})

test('given up, the event ends where the template says, and the role was asked for that at boot', async () => {
  const { events, seen } = bus({ F, R, P, C: config(0) }, 1)
  expect(seen.permits).toEqual(['s3:PutObject', 's3:ListBucket'])
  await events.put(happening)
  expect(seen.objects).toEqual([expect.stringMatching(/^failures\/aws\/lambda\/async\/f\//)])
  expect(seen.reports).toEqual([expect.stringContaining('f failed on an event 1 times and was given up')])
})

test('without a Lambda permission nobody is called, and a sentence says why', async () => {
  const { events, seen } = bus({ F, R }, 0)
  await events.put(happening)
  expect(seen.calls).toBe(0)
  expect(seen.reports).toEqual([
    'events.amazonaws.com is not authorized to perform: lambda:InvokeFunction on resource: f for arn:aws:events:eu-west-1:1:rule/rule: no AWS::Lambda::Permission allows it',
  ])
})

test('an event that no pattern fits calls nobody', async () => {
  const { events, seen } = bus({ F, R, P }, 0)
  await events.put({ ...happening, source: 'other' })
  expect(seen).toMatchObject({ calls: 0, reports: [] })
})
