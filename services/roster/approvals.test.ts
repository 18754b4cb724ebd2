import { beforeEach, describe, expect, it } from 'vitest'
import { rosterEndpoints } from '#contracts/roster.ts'
import { send } from '#edge/http-event.ts'
import { serve } from '#edge/serve.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { memoryPersons } from '#persons/memory-persons.ts'
import { memoryRows } from '#rows/memory-rows.ts'
import { callerOrFirstAdministrator } from './first-administrator.ts'
import { rosterUses } from './roster-uses.ts'

const issuer = 'https://login.example'
const AT = '2018-03-01T01:00:00.000Z'
const LATER = '2018-03-02T01:00:00.000Z'
let ledger: ReturnType<typeof memoryLedger>
let persons: ReturnType<typeof memoryPersons>
let clicks = 0

type Answer = { status: number; body: any }
const ask = (who: string, path: string, body?: object, at = AT): Promise<Answer> => {
  const rows = memoryRows(ledger)
  const handler = serve(rosterEndpoints, rosterUses({ ledger, rows, persons, issuer }), {
    ledger,
    log: () => {},
    callerOf: callerOrFirstAdministrator({ ledger, rows, login: { issuer, subject: 'deployer' } }),
  })
  return send(handler, {
    ...{ path, at, login: { issuer, subject: who } },
    ...(body && { method: 'POST', body, key: `click-${clicks++}-long` }),
  }) as Promise<Answer>
}
const me = (who: string, at = AT) => ask(who, '/api/me', undefined, at)
const appoint = (who: string, body: object, at = AT) => ask(who, '/api/roster/appointments', body, at)
const approve = (who: string, person: string, proposal: number, at = AT) =>
  ask(who, '/api/roster/approvals', { proposals: [{ person, proposal }] }, at)
const changes = async (who: string) => (await ask(who, '/api/roster/changes')).body
const held = (person: string, appointment: string, more: object = {}) => ({
  ...{ person, appointment, from: '2018-01-01' },
  ...more,
})
const EVERYBODY = ['system', 'security', 'auditor', 'head', 'officer', 'clerk']
const dazhuang = { unit: 'dazhuang', name: '大庄镇', kind: 'town', inScope: true }

beforeEach(async () => {
  ledger = memoryLedger(() => new Date(AT))
  persons = memoryPersons(() => {})
  const { body } = await ask('deployer', '/api/roster/lines', {
    units: [dazhuang],
    people: EVERYBODY.map((login, i) => ({ person: `p-${login}`, name: `甲乙丙丁戊己`[i]!.repeat(2), login })),
    appointments: [
      held('p-system', 'administrator'),
      held('p-security', 'securityAdministrator'),
      held('p-auditor', 'auditor'),
      held('p-head', 'officeHead'),
      held('p-officer', 'officeOfficer'),
      held('p-clerk', 'unitClerk', { unit: 'dazhuang' }),
    ],
  })
  expect(body).toMatchObject({ refused: [], waiting: 0 })
})

describe('the founding', () => {
  it('ends with those who keep the roster from then on, and is named in the record', async () => {
    expect(await me('deployer')).toMatchObject({ status: 403 })
    const { changes: all, news } = await changes('auditor')
    expect(new Set(all.map(({ by }: any) => by))).toEqual(new Set(['部署时指定的首任管理员']))
    expect(all.map(({ sentence }: any) => sentence)).toContain('任系统管理员，自2018年1月1日起')
    expect(all.map(({ sentence }: any) => sentence)).toContain('账号“system”')
    expect(news).toEqual([])
  })
  it('names none of the two without the other, nor one person as both', async () => {
    ledger = memoryLedger(() => new Date(AT))
    const people = ['a', 'b'].map((one) => ({ person: `p-${one}`, name: '丁一', login: `login-${one}` }))
    const found = async (...appointments: object[]) =>
      (await ask('deployer', '/api/roster/lines', { units: [], people, appointments })).body.refused.map(
        ({ sentence }: any) => sentence,
      )
    expect(await found(held('p-a', 'administrator'))).toEqual([expect.stringContaining('请同时登记安全管理员')])
    expect(await found(held('p-b', 'securityAdministrator'))).toEqual([expect.stringContaining('请同时登记系统管理员')])
    expect(await found(held('p-a', 'administrator'), held('p-a', 'securityAdministrator'))).toContainEqual(
      expect.stringContaining('不能由一人兼任'),
    )
    expect(await found(held('p-a', 'administrator'), held('p-b', 'securityAdministrator'))).toEqual([])
  })
})

describe('the administrator alone', () => {
  it('becomes nobody: no appointment of his has an effect, and he approves none', async () => {
    const answer = await appoint('system', held('p-system', 'officeHead'))
    expect(answer).toMatchObject({ status: 200, body: { changed: true, waiting: 1 } })
    expect((await me('system')).body.appointments).toHaveLength(1)
    expect((await approve('system', 'p-system', 1)).body).toMatchObject({
      approved: 0,
      refused: [{ sentence: '本人登记的，由另一名管理员批准。' }],
    })
    expect((await me('system')).body.appointments).toHaveLength(1)
  })
  it('points nobody’s login at another person', async () => {
    const line = { person: 'p-system', name: '甲甲', login: 'head', loginFrom: 'p-head' }
    expect((await ask('system', '/api/roster/people', line)).body).toMatchObject({ changed: true, waiting: 1 })
    expect((await me('head')).body.person).toBe('p-head')
    expect((await me('system')).body.person).toBe('p-system')
    expect((await approve('security', 'p-system', 1)).body.approved).toBe(1)
    expect((await me('head')).body.person).toBe('p-system')
    // His former login has ended with it.
    expect((await me('system')).status).toBe(403)
  })
  it('does by an import what he does by a command', async () => {
    const { body } = await ask('system', '/api/roster/lines', {
      units: [],
      people: [{ person: 'p-new', name: '新人', login: 'new' }],
      appointments: [held('p-new', 'officeHead')],
    })
    expect(body).toMatchObject({ waiting: 2, people: { changed: 1 }, appointments: { changed: 1 } })
    expect((await me('new')).status).toBe(403)
    const both = { proposals: [1, 2].map((proposal) => ({ person: 'p-new', proposal })) }
    expect((await ask('security', '/api/roster/approvals', both)).body).toEqual({ approved: 2, refused: [] })
    expect((await me('new')).body).toMatchObject({ name: '新人', appointments: [{ title: '法制办负责人' }] })
  })
  it('ends no post yesterday', async () => {
    expect(await appoint('system', held('p-head', 'officeHead', { to: '2018-02-28' }))).toMatchObject({ status: 422 })
    await appoint('system', held('p-head', 'officeHead', { to: '2018-03-01' }))
    expect((await me('head')).body.appointments).toHaveLength(1)
    await approve('security', 'p-head', 1, '2018-03-04T01:00:00.000Z')
    expect((await me('head', '2018-03-04T02:00:00.000Z')).body.appointments).toHaveLength(1)
    expect((await me('head', '2018-03-05T02:00:00.000Z')).body.appointments).toHaveLength(0)
  })
})

describe('approving', () => {
  it('is not the enterer’s, whoever it is, nor that of whom it is about', async () => {
    await appoint('security', held('p-officer', 'officeHead'))
    expect((await approve('security', 'p-officer', 1)).body.approved).toBe(0)
    expect((await approve('system', 'p-officer', 1)).body.approved).toBe(1)
    await appoint('system', held('p-security', 'officeOfficer'))
    expect((await approve('security', 'p-security', 1)).body.refused[0].sentence).toContain('不能批准本人')
  })
  it('holds for what was seen, and not for what was entered since', async () => {
    await appoint('system', held('p-officer', 'officeHead', { to: '2018-03-31' }))
    await appoint('system', held('p-officer', 'officeHead'))
    expect((await approve('security', 'p-officer', 1)).body).toMatchObject({ approved: 0, refused: [{ proposal: 1 }] })
    expect((await me('officer')).body.appointments).toHaveLength(1)
    expect((await approve('security', 'p-officer', 2)).body.approved).toBe(1)
  })
  it('leaves a county its last administrators', async () => {
    for (const [person, appointment] of [
      ['p-system', 'administrator'],
      ['p-security', 'securityAdministrator'],
    ] as const)
      expect(await appoint('system', held(person, appointment, { to: '2018-03-31' }))).toMatchObject({ status: 409 })
    // Entered while there was another, approved when there is none any more.
    await ask('system', '/api/roster/lines', {
      units: [],
      people: [{ person: 'p-two', name: '又一', login: 'two' }],
      appointments: [held('p-two', 'administrator')],
    })
    await approve('security', 'p-two', 1)
    await approve('security', 'p-two', 2)
    for (const person of ['p-two', 'p-system'])
      await appoint('two', held(person, 'administrator', { to: '2018-03-31' }))
    expect((await approve('security', 'p-two', 3)).body.approved).toBe(1)
    expect((await approve('security', 'p-system', 1)).body).toMatchObject({
      approved: 0,
      refused: [{ sentence: expect.stringContaining('最后一名系统管理员') }],
    })
  })
  it('asked twice by one click is done once', async () => {
    await appoint('system', held('p-officer', 'officeHead'))
    await approve('security', 'p-officer', 1)
    const before = (await ledger.read('person/p-officer')).commits.length
    clicks--
    expect((await approve('security', 'p-officer', 1)).body).toEqual({ approved: 1, refused: [] })
    expect((await ledger.read('person/p-officer')).commits).toHaveLength(before)
  })
  it('or declining ends the waiting, with the reason in the record', async () => {
    await appoint('system', held('p-officer', 'officeHead'))
    const one = { person: 'p-officer', proposal: 1 }
    expect((await ask('security', '/api/roster/refusals', { ...one, reason: '任职文件未到。' })).body.changed).toBe(
      true,
    )
    expect((await changes('auditor')).pending).toEqual([])
    await appoint('system', held('p-officer', 'officeHead'))
    expect((await ask('system', '/api/roster/withdrawals', { person: 'p-officer', proposal: 2 })).body.changed).toBe(
      true,
    )
    expect((await changes('auditor')).pending).toEqual([])
    expect((await me('officer')).body.appointments).toHaveLength(1)
  })
})

describe('the head of the office', () => {
  it('is told of a login without its name, which the administrators see', async () => {
    const [ofHead, ofAuditor] = await Promise.all(['head', 'auditor'].map(changes))
    const sentences = ({ changes }: any) => changes.map(({ sentence }: any) => sentence)
    expect(sentences(ofHead)).toContain('改用新的账号登录')
    expect(JSON.stringify(ofHead)).not.toContain('账号“')
    expect(sentences(ofAuditor)).toContain('账号“clerk”')
  })
  it('is told of what two have changed until it is noted, and of nothing newer by that', async () => {
    await appoint('system', held('p-officer', 'officeHead'))
    expect((await changes('head')).news).toEqual([])
    await approve('security', 'p-officer', 1)
    const { news } = await changes('head')
    expect(news).toMatchObject([{ person: 'p-officer' }])
    await appoint('system', held('p-officer', 'officeOfficer', { to: '2018-12-31' }))
    await approve('security', 'p-officer', 2)
    expect((await ask('head', '/api/roster/noted', { news })).body).toEqual({ noted: 0, newer: 1 })
    const { news: newer } = await changes('head')
    expect((await ask('head', '/api/roster/noted', { news: newer }, LATER)).body).toEqual({ noted: 1, newer: 0 })
    expect((await changes('head')).news).toEqual([])
  })
})

describe('the roster as of a day', () => {
  const read = async (who: string, day?: string) =>
    (await ask(who, day ? `/api/roster?day=${day}` : '/api/roster', undefined, LATER)).body
  it('has who held what on it, and logins for the administrators alone', async () => {
    await appoint('system', held('p-officer', 'officeOfficer', { to: '2018-03-01' }))
    await approve('security', 'p-officer', 1)
    const of = (roster: any) => roster.people.find(({ person }: any) => person === 'p-officer')
    expect(of(await read('auditor'))).toMatchObject({ name: '戊戊', login: 'officer', appointments: [] })
    expect(of(await read('auditor', '2018-03-01')).appointments).toMatchObject([
      { title: '法制办经办人', from: '2018-01-01', to: '2018-03-01', since: AT },
    ])
    expect(await read('auditor', '2017-12-31')).toMatchObject({ units: [] })
    expect(await read('head')).toMatchObject({ may: { keep: false, appoint: false, seeLogins: false } })
    expect(of(await read('head'))).not.toHaveProperty('login')
    expect((await read('system')).units).toEqual([{ unit: 'dazhuang', name: '大庄镇', kind: '乡镇', inScope: true }])
  })
  it('is refused for what is no day', async () => {
    expect(await ask('auditor', '/api/roster?day=2018-02-30')).toMatchObject({ status: 422 })
  })
})

/** Each act, and who may ask for it at all. */
const ACTS: Readonly<Record<string, readonly [body: object | undefined, ...may: string[]]>> = {
  '/api/roster': [undefined, 'system', 'security', 'auditor', 'head'],
  '/api/roster/changes': [undefined, 'system', 'security', 'auditor', 'head'],
  '/api/roster/holidays': [undefined, 'system', 'security', 'auditor', 'head'],
  '/api/roster/units': [{ ...dazhuang, inScope: false }, 'system'],
  '/api/roster/people': [{ person: 'p-new', name: '新人', login: 'new' }, 'system'],
  '/api/roster/lines': [{ units: [], people: [], appointments: [] }, 'system'],
  '/api/roster/check': [{ units: [], people: [], appointments: [] }, 'system'],
  '/api/roster/appointments': [held('p-clerk', 'officeOfficer'), 'system', 'security'],
  '/api/roster/approvals': [{ proposals: [{ person: 'p-clerk', proposal: 1 }] }, 'system', 'security'],
  '/api/roster/refusals': [{ person: 'p-clerk', proposal: 1, reason: '任职文件未到，请补。' }, 'security'],
  // Whoever did not enter it takes nothing back.
  '/api/roster/withdrawals': [{ person: 'p-clerk', proposal: 1 }, 'system'],
  '/api/roster/noted': [{ news: [{ person: 'p-clerk', seen: 1 }] }, 'head'],
}
describe.each(EVERYBODY)('%s', (who) => {
  it.each(Object.entries(ACTS))('%s', async (path, [body, ...may]) => {
    // Entered by the system administrator, so that the others have something to settle.
    if (/refusals|withdrawals/.test(path)) await appoint('system', held('p-clerk', 'officeOfficer'))
    const { status } = await ask(who, path, body)
    expect([status, status === 200]).toEqual([may.includes(who) ? 200 : 403, may.includes(who)])
  })
})

it('the record has neither logins nor names', async () => {
  await ask('system', '/api/roster/people', { person: 'p-head', name: '丁丁', login: 'li-na-secret' })
  const all = await Promise.all(
    (await Array.fromAsync(ledger.streams())).map(async ({ stream }) => (await ledger.read(stream)).commits),
  )
  expect(JSON.stringify(all)).not.toMatch(/li-na-secret|丁丁/)
  expect((await changes('security')).pending).toMatchObject([{ name: '丁丁', sentence: '账号“li-na-secret”' }])
})
