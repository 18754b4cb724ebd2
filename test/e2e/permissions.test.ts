/** A grant that is forgotten fails on the laptop as it would on AWS: in words that name function, action and resource. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { rosterEndpoints } from '#contracts/roster.ts'
import type { LocalCloud } from '#local-cloud/local-cloud.ts'
import { synthesize } from '../../infra/synth.ts'
import { accountsOf } from '../../packages/cli/laptop/accounts.ts'
import { bootLaptop, readCounty } from '../../packages/cli/laptop/laptop.ts'
import { peopleOf } from '../../packages/cli/laptop/people.ts'

const county = readCounty('sixian')
const folders = ['assembly', 'data'].map((what) => mkdtempSync(join(tmpdir(), `shifan-e2e-${what}-`)))
const [assembly, data] = folders as [string, string]
const told: string[] = []
let cloud: LocalCloud

/** Takes one action from the role of a function, and the whole statement when nothing is left of it. */
function takeOut(stack: string, fn: string, action: string, on: string): void {
  const file = join(assembly, `sixian-${stack}.template.json`)
  const template = JSON.parse(readFileSync(file, 'utf8'))
  let taken = 0
  for (const [id, { Type, Properties }] of Object.entries<any>(template.Resources)) {
    if (Type !== 'AWS::IAM::Policy' || !id.startsWith(`${fn.replaceAll('-', '')}role`)) continue
    const { PolicyDocument } = Properties
    PolicyDocument.Statement = PolicyDocument.Statement.flatMap((statement: any) => {
      const actions = [statement.Action].flat()
      if (!actions.includes(action) || !JSON.stringify(statement.Resource).includes(on)) return [statement]
      taken++
      const left = actions.filter((one) => one !== action)
      return left.length > 0 ? [{ ...statement, Action: left }] : []
    })
  }
  if (taken !== 1) throw new Error(`${fn} has ${taken} statements that allow ${action} on ${on}`)
  writeFileSync(file, JSON.stringify(template))
}

/** Holds a role that is held to some keys to none of those that begin so. */
function holdFrom(stack: string, fn: string, action: string, keys: string): void {
  const file = join(assembly, `sixian-${stack}.template.json`)
  const template = JSON.parse(readFileSync(file, 'utf8'))
  let held = 0
  for (const [id, { Type, Properties }] of Object.entries<any>(template.Resources)) {
    if (Type !== 'AWS::IAM::Policy' || !id.startsWith(`${fn.replaceAll('-', '')}role`)) continue
    for (const { Action, Condition } of Properties.PolicyDocument.Statement) {
      const like = Condition?.['ForAllValues:StringLike']
      if (![Action].flat().includes(action) || !like) continue
      const left = [like['dynamodb:LeadingKeys']].flat().filter((one) => one !== keys)
      held += [like['dynamodb:LeadingKeys']].flat().length - left.length
      like['dynamodb:LeadingKeys'] = left
    }
  }
  if (held !== 1) throw new Error(`${fn} is held to ${keys} for ${action} ${held} times`)
  writeFileSync(file, JSON.stringify(template))
}

const administrator = () => peopleOf(county, () => cloud.addresses.origin)(county.administratorLogin)
const body = { unit: 'dazhuang', name: '大庄镇人民政府', kind: 'town', inScope: true } as const

beforeAll(async () => {
  await synthesize(county, assembly, { console: 'placeholder' })
  takeOut('api', 'roster-api', 'dynamodb:PartiQLInsert', 'persons')
  takeOut('api', 'project-rows', 'dynamodb:PutItem', 'views')
  holdFrom('api', 'notice-public', 'dynamodb:Query', 'notice/*')
  cloud = await bootLaptop({
    county,
    assembly,
    data,
    port: 0,
    beginning: Date.parse('2018-05-10T09:00:00+08:00'),
    flowing: false,
    accounts: accountsOf(county),
    report: (sentence) => told.push(sentence),
  })
})
afterAll(async () => {
  await cloud?.close()
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const denied = (fn: string, action: string, table: string) =>
  new RegExp(
    `User: arn:aws-cn:sts::\\d+:assumed-role/\\S+/sixian-${fn} is not authorized to perform: ${action} on resource: arn:aws-cn:dynamodb:cn-north-1:\\d+:table/sixian-storage-${table}\\w+ because no identity-based policy allows`,
  )

/** The answer does not wait for the log. */
const logged = (what: RegExp) => vi.waitFor(() => expect(readFileSync(join(data, 'log'), 'utf8')).toMatch(what), 10_000)

it('stops an API: the person learns a number, the log says what is lacking', async () => {
  const person = { person: 'p-001', name: '王一', login: 'clerk-dazhuang' }
  const asked = administrator()(rosterEndpoints.registerPerson, { body: person, command: 'register-wang' })
  await expect(asked).rejects.toMatchObject({
    status: 500,
    message: expect.stringMatching(/^系统出错，编号\S+；请稍后再试/),
  })
  await logged(denied('roster-api', 'dynamodb:PartiQLInsert', 'persons'))
})

it('stops a consumer: what was decided stands, its row does not come, and the log says why', async () => {
  expect(await administrator()(rosterEndpoints.registerUnit, { body, command: 'register-dazhuang' })).toEqual({
    changed: true,
    waiting: 0,
  })
  await cloud.settle()
  await logged(denied('project-rows', 'dynamodb:PutItem', 'views'))
  expect(told.join('\n')).toContain('sixian-project-rows')
})

it('stops whoever is held to other partition keys than the one that is asked for', async () => {
  const { status } = await fetch(new URL('/objections/2018-2/1', cloud.addresses.origin))
  expect(status).toBe(500)
  await logged(denied('notice-public', 'dynamodb:Query', 'ledger'))
})
