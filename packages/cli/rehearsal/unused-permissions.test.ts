import { expect, it } from 'vitest'
import type { StatementUse } from '#local-cloud/permissions/permissions.ts'
import { keyOf, procedures } from '#procedure/procedures.ts'
import { checkPermissions, exceptionsOf } from './unused-permissions.ts'

const statement = (who: string, actions: string[], resource: string, used: string[] = []): StatementUse => ({
  who: `sixian-${who}`,
  role: 'role',
  effect: 'Allow',
  actions,
  resources: [`arn:aws-cn:dynamodb:cn-north-1:1:table/sixian-storage-${resource}`],
  used,
})
const excuse = { who: 'reconcile', actions: ['dynamodb:PutItem'], on: 'waits', reason: '只在有漏失时补做。' }

it('is content when every action allowed something, or is excused', () => {
  const all = [
    statement('arrive', ['dynamodb:Query'], 'ledger', ['dynamodb:Query']),
    statement('reconcile', ['dynamodb:PutItem', 'dynamodb:Query'], 'waits', ['dynamodb:Query']),
  ]
  expect(checkPermissions('sixian', all, [excuse])).toEqual({
    what: '2条授权的3项权限都用到了，未用的1项各有理由',
    wrong: [],
  })
})

it('names function, action and resource of what was never used; an excuse holds for one resource only', () => {
  const all = [
    statement('reconcile', ['dynamodb:PutItem'], 'waits', ['dynamodb:PutItem']),
    statement('reconcile', ['dynamodb:PutItem'], 'views'),
    statement('arrive', ['dynamodb:Query', 'dynamodb:Scan'], 'ledger', ['dynamodb:Query']),
  ]
  expect(checkPermissions('sixian', all, [excuse]).wrong).toEqual([
    'reconcile dynamodb:PutItem table/sixian-storage-views',
    'arrive dynamodb:Scan table/sixian-storage-ledger',
  ])
})

it('names an excuse for a right that is gone', () => {
  const all = [statement('arrive', ['dynamodb:Query'], 'ledger', ['dynamodb:Query'])]
  expect(checkPermissions('sixian', all, [excuse]).wrong).toEqual([
    '例外“reconcile dynamodb:PutItem waits”已没有对应的授权，请删去',
  ])
})

it('every excuse has a reason in a sentence', () => {
  expect(exceptionsOf(procedures.map(keyOf)).filter(({ reason }) => !/^\p{Script=Han}.{9,}。$/u.test(reason))).toEqual(
    [],
  )
})
it('a county has an excuse for each state machine of its own, and for no other', () => {
  const machines = exceptionsOf(['creation-direct@1']).filter(({ on }) => on === '*')
  expect(machines.map(({ who }) => who)).toEqual(['creation-direct-v1'])
})
