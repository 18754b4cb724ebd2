import { describe, expect, it } from 'vitest'
import { procedureNamed } from '#procedure/procedures.ts'
import { toAsl } from '#procedure/to-asl.ts'
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
const having = (rights: Record<string, string[]>, ...actions: string[]) =>
  Object.keys(rights).filter((who) => rights[who]!.some((one) => actions.includes(one)))

describe('the ledger', () => {
  const rights = rightsOn(`${table('ledger')}.Arn`)

  it('is read by all who need it, and changed by nobody', () => {
    expect(having(rights, 'Query').length).toBeGreaterThan(10)
    expect(new Set(Object.values(rights).flat())).toEqual(new Set(['Query', 'PartiQLInsert', 'Scan']))
  })

  it('is appended to by those who decide, listed as a whole only by the functions of hour and day', () => {
    expect(having(rights, 'PartiQLInsert')).toEqual([
      'arrive',
      'catalogue-api',
      'evidence-api',
      'follow-ledger',
      'intake-api',
      'notice-api',
      'notice-public',
      'reconcile',
      'roster-api',
      'verify-upload',
    ])
    expect(having(rights, 'Scan')).toEqual(['rebuild-rows', 'reconcile', 'seal-heads'])
  })

  it('refuses changes to whoever administers the account, too', () => {
    const [{ Properties }] = ofType('AWS::DynamoDB::GlobalTable').filter((one) => idOf(one) === table('ledger')) as any
    const [statement] = Properties.Replicas[0].ResourcePolicy.PolicyDocument.Statement
    expect(statement).toMatchObject({ Effect: 'Deny', Principal: { AWS: '*' } })
    for (const action of ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'PartiQLUpdate', 'PartiQLDelete'])
      expect(statement.Action).toContain(`dynamodb:${action}`)
  })
})

it('personal data is read by three services, remembered by them and the public form, changed by nobody', () => {
  expect(rightsOn(`${table('persons')}.Arn`)).toEqual({
    'intake-api': ['BatchGetItem', 'GetItem', 'PartiQLInsert'],
    'notice-api': ['BatchGetItem', 'GetItem', 'PartiQLInsert'],
    'notice-public': ['GetItem', 'PartiQLInsert'],
    'roster-api': ['BatchGetItem', 'GetItem', 'PartiQLInsert'],
  })
})

it('rows are written by the projector alone; the public form counts under keys of its own', () => {
  const rights = rightsOn(`${table('views')}.Arn`)
  expect(having(rights, 'PutItem')).toEqual(['project-rows', 'rebuild-rows'])
  expect(having(rights, 'UpdateItem')).toEqual(['notice-public'])
  const counting = statements().filter(({ actions }) => actions.includes('dynamodb:UpdateItem'))
  expect(counting.map(({ more }) => more.Condition)).toEqual([
    { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['limit/*'] } },
  ])
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
    new Set(['/*', '/attachments/*', '/aws/lambda/*', '/evidence/*', '/evidence/office/*', '/public/*', '/roots/*']),
  )
})

describe('the machine', () => {
  const [machine] = ofType('AWS::StepFunctions::StateMachine')
  const text: string = machine!.Properties.DefinitionString
  const arnOf = (name: string) => `${idOf(functionsOf(sixian).find((fn) => fn.name === name)!)}.Arn`

  it('is the text that the procedure compiles to, byte for byte', () => {
    expect(text).toBe(JSON.stringify(toAsl(procedureNamed(county.procedure), arnOf, county.partition)))
  })

  it('may call every function that its states call, and no other', () => {
    const called = new Set([...text.matchAll(/"FunctionName":"([^"]+)"/g)].map(([, arn]) => arn))
    const allowed = statements().filter(
      ({ who, actions }) => who === 'machine' && actions.includes('lambda:InvokeFunction'),
    )
    expect(new Set(allowed.flatMap(({ on }) => on))).toEqual(called)
  })

  it('has the fixed name by which its own functions know it', () => {
    expect(machine!.Properties.StateMachineName).toBe('sixian-procedure')
    const told = functionsOf(sixian).flatMap(({ name, Properties }) => {
      const arn = Properties.Environment?.Variables.MACHINE
      return arn ? [[name, arn]] : []
    })
    const arn = 'arn:aws-cn:states:cn-north-1:AWS::AccountId:stateMachine:sixian-procedure'
    expect(Object.fromEntries(told)).toEqual({
      await: arn,
      'follow-ledger': arn,
      reconcile: arn,
      'restart-execution': arn,
    })
  })
})
