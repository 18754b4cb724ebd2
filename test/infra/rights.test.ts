import { describe, expect, it } from 'vitest'
import { procedureAt } from '#procedure/procedures.ts'
import { toAsl } from '#procedure/to-asl.ts'
import { machineName } from '../../infra/stacks/machines.ts'
import { eventKinds } from '../rules/event-kinds.ts'
import { functionsOf, templatesOf } from './templates.ts'

const sixian = templatesOf('sixian')
const { statements, named, ofType, idOf, county } = sixian
const table = (name: string) => named('AWS::DynamoDB::GlobalTable', name)
/** Who may do what with a thing, its parts included: `arrive` → Query, PartiQLInsert. */
const rightsOn = (arn: string): Record<string, string[]> => {
  const found = statements().filter(({ on }) => on.some((one) => one === arn || one.startsWith(`${arn}/`)))
  return Object.fromEntries(
    [...new Set(found.map(({ who }) => who))].sort().map((who) => [
      who,
      found
        .filter((one) => one.who === who)
        .flatMap(({ actions }) => actions.map((one) => one.split(':')[1]!))
        .sort(),
    ]),
  )
}
/** A condition on all keys holds of none as well: there has to be one. */
const heldTo = (...keys: string[]) => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys },
  Null: { 'dynamodb:LeadingKeys': ['false'] },
})
const having = (rights: Record<string, string[]>, ...actions: string[]) =>
  Object.keys(rights).filter((who) => rights[who]!.some((one) => actions.includes(one)))

describe('the ledger', () => {
  const rights = rightsOn(`${table('ledger')}.Arn`)

  it('is read by all who need it, and changed by nobody', () => {
    expect(having(rights, 'Query').length).toBeGreaterThan(10)
    expect(new Set(Object.values(rights).flat())).toEqual(new Set(['Query', 'PartiQLInsert', 'Scan']))
  })

  it('is appended to by those who decide, listed as a whole only by functions of the hour and of the day', () => {
    expect(having(rights, 'PartiQLInsert')).toEqual([
      'arrive',
      'assessment-api',
      'batch-api',
      'catalogue-api',
      'consultation-api',
      'corrections-api',
      'dossier-api',
      'erase-due',
      'evidence-api',
      'follow-ledger',
      'intake-api',
      'notice-api',
      'notice-public',
      'reconcile',
      'remind-due',
      'results-api',
      'retention-api',
      'roster-api',
      'titles-api',
      'verify-upload',
      'work-api',
    ])
    expect(having(rights, 'Scan')).toEqual(['erase-due', 'rebuild-rows', 'seal-heads', 'verify-records'])
  })

  it('takes from each who appends commits of its own kinds of streams alone', () => {
    const arn = `${table('ledger')}.Arn`
    const followed = 'case title panel resolution notice objection decision'
    const kinds: Record<string, string> = {
      arrive: 'case',
      'assessment-api': 'panel sheet',
      'batch-api': 'batch decision reminders resolution',
      'catalogue-api': 'catalogue',
      'consultation-api': 'consultation',
      'corrections-api': 'case resolution',
      'dossier-api': 'dossier spread',
      'erase-due': 'retention',
      'evidence-api': 'evidence copies opened',
      'follow-ledger': followed,
      'intake-api': 'case duty opened panel',
      'notice-api': 'evidence/office.sent notice objection opened holidays',
      'notice-public': 'notice',
      reconcile: followed,
      'remind-due': 'reminded',
      'results-api': 'results',
      'retention-api': 'retention',
      'roster-api': 'keepers login person unit',
      'titles-api': 'title',
      'verify-upload': 'evidence copies',
      'work-api': 'bulletins inspection received',
    }
    const appending = statements().filter(
      ({ on, actions }) => on.includes(arn) && actions.includes('dynamodb:PartiQLInsert'),
    )
    expect(Object.fromEntries(appending.map(({ who, more }) => [who, more.Condition]))).toEqual(
      Object.fromEntries(
        Object.entries(kinds).map(([who, of]) => [who, heldTo(...of.split(' ').map((kind) => `${kind}/*`))]),
      ),
    )
    expect(appending).toHaveLength(Object.keys(kinds).length)
    // Every kind of stream that there is, is somebody's.
    expect(
      [...new Set(Object.values(kinds).flatMap((of) => of.split(' ').map((one) => one.split('/')[0])))].sort(),
    ).toEqual(
      Object.keys(eventKinds)
        .map((kind) => (kind === 'announcement' ? 'decision' : kind))
        .sort(),
    )
  })

  it('shows who acts without a person, and the public form, streams of their own kinds alone', () => {
    const arn = `${table('ledger')}.Arn`
    const held = statements().filter(
      ({ on, actions, more }) => on.includes(arn) && more.Condition && actions.includes('dynamodb:Query'),
    )
    expect(held.map(({ who, more }) => [who, more.Condition])).toEqual([
      ['remind-due', heldTo('case/*', 'duty/*', 'holidays/*', 'inspection/*', 'reminded/*')],
      ['notice-public', heldTo('notice/*', 'batch/*', 'unit/*', 'objection/*')],
      ['call-files', heldTo('batch/*', 'evidence/*')],
      ['verify-upload', heldTo('evidence/*', 'copies/*')],
    ])
  })

  it('refuses changes to whoever administers the account, too', () => {
    const [{ Properties }] = ofType('AWS::DynamoDB::GlobalTable').filter((one) => idOf(one) === table('ledger')) as any
    const [statement] = Properties.Replicas[0].ResourcePolicy.PolicyDocument.Statement
    expect(statement).toMatchObject({ Effect: 'Deny', Principal: { AWS: '*' } })
    for (const action of ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'PartiQLUpdate', 'PartiQLDelete'])
      expect(statement.Action).toContain(`dynamodb:${action}`)
  })
})

it('personal data is read by three services, remembered by them and the public form, changed by the one that erases', () => {
  expect(rightsOn(`${table('persons')}.Arn`)).toEqual({
    // Names of who noted what, and who may have been there.
    'assessment-api': ['BatchGetItem'],
    // Names of who was at a meeting, who prepared and who approved.
    'batch-api': ['BatchGetItem'],
    // Names of who sent letters and entered replies.
    'consultation-api': ['BatchGetItem'],
    'corrections-api': ['BatchGetItem', 'GetItem'],
    // Names of who saved an answer last.
    'dossier-api': ['BatchGetItem'],
    // Sees which rows are there, and nothing that they say.
    'erase-due': ['BatchGetItem', 'PutItem', 'Scan', 'UpdateItem'],
    // Names of who opened what, and nothing else of them.
    'evidence-api': ['BatchGetItem'],
    'intake-api': ['BatchGetItem', 'GetItem', 'PartiQLInsert'],
    'notice-api': ['BatchGetItem', 'GetItem', 'PartiQLInsert'],
    'notice-public': ['GetItem', 'PartiQLInsert'],
    // Names of who entered and corrected.
    'results-api': ['BatchGetItem'],
    // Names of who proposed and who approved.
    'retention-api': ['BatchGetItem'],
    'roster-api': ['BatchGetItem', 'GetItem', 'PartiQLInsert'],
    // Names of who prepared, approved and recorded.
    'titles-api': ['BatchGetItem'],
    // Names of who issued bulletins, and who read them.
    'work-api': ['BatchGetItem'],
  })
  const open = statements().filter(({ who, on }) => who === 'notice-public' && on.includes(`${table('persons')}.Arn`))
  expect(open.map(({ more }) => more.Condition)).toEqual([heldTo('objector/*')])
})

it('rows are written by the projector alone; the public form counts under keys of its own', () => {
  const rights = rightsOn(`${table('views')}.Arn`)
  expect(having(rights, 'PutItem')).toEqual(['project-rows', 'rebuild-rows'])
  expect(having(rights, 'UpdateItem')).toEqual(['notice-public'])
  const counting = statements().filter(
    ({ actions, on }) => actions.includes('dynamodb:UpdateItem') && on.includes(`${table('views')}.Arn`),
  )
  expect(counting.map(({ more }) => more.Condition)).toEqual([heldTo('limit/*')])
})

it('no role has an action or a resource by `*`, save the machine, for the delivery of its log', () => {
  const wide = statements().filter(({ on, actions }) => on.includes('*') || actions.some((one) => one.includes('*')))
  expect(wide.map(({ who }) => who)).toEqual(['machine'])
  expect(wide[0]!.actions.every((one) => one.startsWith('logs:'))).toBe(true)
})

it('a wildcard in a bucket stands for keys below a folder, or for digests', () => {
  const keys = statements().flatMap(({ on }) =>
    on.filter((one) => one.includes('*') && one !== '*').map((one) => one.split('.Arn')[1]),
  )
  expect(new Set(keys)).toEqual(
    new Set([
      '/*',
      '/attachments/*',
      '/aws/lambda/*',
      '/evidence/*',
      '/evidence/office.call/*',
      '/evidence/office.objection/*',
      '/evidence/office/*',
      '/public/*',
      '/roots/*',
    ]),
  )
})

it('the public form may not list what others have sent', () => {
  const listing = statements().filter(({ actions }) => actions.includes('s3:ListBucket'))
  expect(listing.length).toBeGreaterThan(3)
  expect(listing.map(({ who }) => who)).not.toContain('notice-public')
})

it('nobody but the function that erases may delete anything, and it only evidence', () => {
  const deleting = statements().filter(({ actions }) =>
    actions.some((one) => /^s3:(Delete|PutLifecycle|.*Tagging)/.test(one)),
  )
  expect(deleting.map(({ who, actions, on }) => [who, actions, on.map((one) => one.split('.Arn')[1])])).toEqual([
    ['erase-due', ['s3:DeleteObject'], ['/evidence/*']],
  ])
})

describe('the machines', () => {
  const machines = ofType('AWS::StepFunctions::StateMachine').map(({ Properties }) => ({
    name: Properties.StateMachineName as string,
    text: Properties.DefinitionString as string,
  }))
  const arnOf = (name: string) => `${idOf(functionsOf(sixian).find((fn) => fn.name === name)!)}.Arn`
  const arnAt = (name: string) => `arn:aws-cn:states:cn-north-1:AWS::AccountId:stateMachine:${name}`
  const arns = Object.fromEntries(
    county.procedures.map((version) => [version, arnAt(`sixian-${version.replace('@', '-v')}`)]),
  )

  it('are one for each version of the county’s list, named by it', () => {
    expect(machines.length).toBeGreaterThan(0)
    expect(machines.map(({ name }) => arnAt(name))).toEqual(Object.values(arns))
  })

  it('are the texts that their procedures compile to, byte for byte', () => {
    expect(machines.map(({ text }) => text)).toEqual(
      county.procedures.map((version) => JSON.stringify(toAsl(procedureAt(version)!, arnOf, county.partition))),
    )
    expect(new Set(machines.map(({ text }) => text)).size).toBe(machines.length)
  })

  it('may call every function that their states call, and no other', () => {
    const called = new Set(
      machines.flatMap(({ text }) => [...text.matchAll(/"FunctionName":"([^"]+)"/g)].map(([, arn]) => arn)),
    )
    const allowed = statements().filter(
      ({ who, actions }) => who === 'machine' && actions.includes('lambda:InvokeFunction'),
    )
    expect(new Set(allowed.flatMap(({ on }) => on))).toEqual(called)
  })

  it('are known by version to the functions that start or answer, and to no other', () => {
    const told = functionsOf(sixian).flatMap(({ name, Properties }) => {
      const known = Properties.Environment?.Variables.MACHINES
      return known ? [[name, JSON.parse(known)]] : []
    })
    expect(Object.fromEntries(told)).toEqual({
      await: arns,
      'follow-ledger': arns,
      reconcile: arns,
      'restart-execution': arns,
    })
  })

  it('are started and answered by those functions alone, which may start and answer no other machine', () => {
    const speaking = statements().filter(({ actions }) => actions.some((one) => one.startsWith('states:')))
    expect(Object.fromEntries(speaking.map(({ who, actions }) => [`${who} ${actions}`, null]))).toEqual({
      'await states:SendTaskSuccess': null,
      'follow-ledger states:SendTaskSuccess,states:StartExecution': null,
      'reconcile states:SendTaskSuccess,states:StartExecution': null,
      'restart-execution states:StartExecution': null,
    })
    for (const { on } of speaking) expect(on.toSorted()).toEqual(Object.values(arns).toSorted())
  })

  it('tell of every execution that ends, whichever machine it was on', () => {
    const [rule] = ofType('AWS::Events::Rule').filter(({ Properties }) =>
      Properties.EventPattern?.source?.includes('aws.states'),
    )
    expect(rule!.Properties.EventPattern.detail.stateMachineArn).toEqual(Object.values(arns))
  })

  it('are watched together by one alarm on what fails', () => {
    const [alarm] = ofType('AWS::CloudWatch::Alarm').filter(({ Properties }) =>
      Properties.AlarmName.endsWith('-machine-failed'),
    )
    const metrics: any[] = alarm!.Properties.Metrics
    const watched = metrics.flatMap(
      ({ MetricStat }) => MetricStat?.Metric.Dimensions.map(({ Value }: any) => Value) ?? [],
    )
    expect(watched).toHaveLength(machines.length)
    expect(metrics.find(({ Expression }) => Expression)).toMatchObject({
      Expression: machines.map((_, at) => `FILL(failed${at}, 0)`).join(' + '),
    })
  })

  it('with a name that AWS would not take are refused', () => {
    const named = (length: number) => machineName({ name: 'sixian' }, `${'x'.repeat(length)}@1`)
    expect(named(70)).toHaveLength(80)
    expect(() => named(71)).toThrow('longer than 80 characters')
    expect(machineName({ name: 'sixian' }, 'creation-short@2')).toBe('sixian-creation-short-v2')
  })
})
