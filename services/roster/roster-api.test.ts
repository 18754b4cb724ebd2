import { beforeEach, describe, expect, it } from 'vitest'
import { rosterEndpoints } from '#contracts/roster.ts'
import { send } from '#edge/http-event.ts'
import { serve } from '#edge/serve.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { memoryPersons } from '#persons/memory-persons.ts'
import type { Persons } from '#persons/persons.ts'
import { appoint, personKind, personStream } from '#roster/person.ts'
import { memoryRows } from '#rows/memory-rows.ts'
import { RESERVED_IDS } from '#typed/reserved-ids.ts'
import { callerOrFirstAdministrator } from './first-administrator.ts'
import { inTurn } from './in-turn.ts'
import { rosterUses } from './roster-uses.ts'

const issuer = 'https://login.example'
const AT = '2018-03-01T01:00:00.000Z'
let ledger: Ledger
let persons: Persons
let reads: string[]
let clicks = 0

beforeEach(() => {
  ledger = memoryLedger(() => new Date(AT))
  reads = []
  persons = memoryPersons((line) => reads.push(line))
})

const handler = () =>
  serve(rosterEndpoints, rosterUses({ ledger, rows: memoryRows(ledger), persons, issuer }), {
    ledger,
    log: () => {},
    callerOf: callerOrFirstAdministrator({ ledger, rows: memoryRows(ledger), login: { issuer, subject: 'admin' } }),
  })
const post = (
  what: 'units' | 'people' | 'appointments' | 'lines',
  body: object,
  who = 'admin',
  key = `click-${clicks++}-long`,
) =>
  send(handler(), {
    method: 'POST',
    path: `/api/roster/${what}`,
    body,
    at: AT,
    key,
    login: { issuer, subject: who },
  })
const me = (who: string, at = AT) => send(handler(), { path: '/api/me', at, login: { issuer, subject: who } })

const dazhuang = { unit: 'dazhuang', name: '大庄镇', kind: 'town', inScope: true }
const wang = { person: 'p-001', name: '王一', login: 'clerk-dazhuang', phone: '0557-7021234' }
const clerk = { person: 'p-001', appointment: 'unitClerk', unit: 'dazhuang', from: '2018-01-01' }
const done = { status: 200, body: { changed: true } }
const same = { status: 200, body: { changed: false } }

describe('units', () => {
  it('are registered, changed, and left alone', async () => {
    expect(await post('units', dazhuang)).toMatchObject(done)
    expect(await post('units', dazhuang)).toMatchObject(same)
    expect(await post('units', { ...dazhuang, inScope: false })).toMatchObject(done)
    expect(await post('units', dazhuang)).toMatchObject(done)
  })

  it('are refused without their parent, all wrong fields at once', async () => {
    expect(await post('units', { ...dazhuang, parent: 'nowhere' })).toMatchObject({
      status: 422,
      body: { fields: { parent: '没有编号为“nowhere”的单位' } },
    })
    const { body } = await post('units', { unit: '大庄', name: '', kind: 'town' })
    expect(Object.keys((body as { fields: object }).fields)).toEqual(['unit', 'name', 'inScope'])
  })
})

describe('people', () => {
  it('are registered with their login, changed, and left alone', async () => {
    expect(await post('people', wang)).toMatchObject(done)
    expect(await me('clerk-dazhuang')).toMatchObject({ status: 200, body: { person: 'p-001', name: '王一' } })
    expect(await post('people', wang)).toMatchObject(same)
    expect(await post('people', { ...wang, name: '王二' })).toMatchObject(done)
    expect(await me('clerk-dazhuang')).toMatchObject({ body: { name: '王二' } })
    expect(reads).toHaveLength(2)
  })

  it('leave neither name nor telephone nor login in the ledger', async () => {
    await post('people', wang)
    const all: unknown[] = []
    for await (const { stream } of ledger.streams()) all.push((await ledger.read(stream)).commits)
    for (const secret of ['王一', '7021234', 'clerk-dazhuang']) expect(JSON.stringify(all)).not.toContain(secret)
  })

  it('are registered once by a click that is repeated', async () => {
    await post('people', wang, 'admin', 'the-same-click')
    await post('people', wang, 'admin', 'the-same-click')
    expect((await ledger.read('person/p-001')).commits).toHaveLength(1)
  })

  it('are finished by the retry where the first attempt stopped half-way', async () => {
    const stopping: Ledger = {
      ...ledger,
      append: (head, ...rest) => {
        if (head.stream.startsWith('login/')) throw new Error('power cut')
        return ledger.append(head, ...rest)
      },
    }
    const whole = ledger
    ledger = stopping
    expect(await post('people', wang, 'admin', 'the-same-click')).toMatchObject({ status: 500 })
    ledger = whole
    expect(await post('people', wang, 'admin', 'the-same-click')).toMatchObject(done)
    expect(await me('clerk-dazhuang')).toMatchObject({ status: 200, body: { name: '王一' } })
    expect((await ledger.read('person/p-001')).commits).toHaveLength(1)
  })

  it('are kept once though the ledger did not take them at first', async () => {
    const kept: string[] = []
    const { remember } = persons
    persons.remember = async (...asked) => {
      const reference = await remember(...asked)
      kept.push(reference.id)
      return reference
    }
    const whole = ledger
    ledger = {
      ...ledger,
      append: (head, ...rest) =>
        head.stream.startsWith('person/') ? Promise.reject(new Error('power cut')) : whole.append(head, ...rest),
    }
    expect(await post('people', wang, 'admin', 'the-same-click')).toMatchObject({ status: 500 })
    ledger = whole
    expect(await post('people', wang, 'admin', 'the-same-click')).toMatchObject(done)
    // Name and login, each remembered twice under one id.
    expect(kept).toHaveLength(4)
    expect(new Set(kept).size).toBe(2)
  })
})

describe('appointments', () => {
  beforeEach(async () => {
    await post('units', dazhuang)
    await post('people', wang)
  })

  it('are given, ended, and left alone', async () => {
    expect(await post('appointments', clerk)).toMatchObject(done)
    expect(await post('appointments', clerk)).toMatchObject(same)
    expect(await me('clerk-dazhuang')).toMatchObject({
      body: {
        appointments: [{ appointment: 'unitClerk', title: '创建单位经办人', unit: { id: 'dazhuang', name: '大庄镇' } }],
      },
    })
    expect(await post('appointments', { ...clerk, to: '2018-02-28' })).toMatchObject({
      status: 422,
      body: { error: '岗位不能倒签结束：2018年2月28日已经过去，那以后他仍在任；结束日期请写今天或以后。' },
    })
    expect(await post('appointments', { ...clerk, to: '2018-03-01' })).toMatchObject(done)
    expect(await me('clerk-dazhuang', '2018-03-01T16:00:00.000Z')).toMatchObject({ body: { appointments: [] } })
  })

  it('are refused to strangers, in unknown units, and where the unit does not fit', async () => {
    expect(await post('appointments', { ...clerk, person: 'p-999' })).toMatchObject({ status: 404 })
    expect(await post('appointments', { ...clerk, unit: 'nowhere' })).toMatchObject({
      status: 422,
      body: { fields: { unit: '没有编号为“nowhere”的单位' } },
    })
    expect(await post('appointments', { ...clerk, appointment: 'officeHead' })).toMatchObject({ status: 422 })
  })
})

describe('an id that means something by itself', () => {
  it.each(RESERVED_IDS)('“%s” is given to no unit and nobody, one by one or by the list', async (id) => {
    await post('units', dazhuang)
    await post('people', wang)
    const before = (await Array.fromAsync(ledger.streams())).length
    const why = expect.stringContaining(`“${id}”在系统中专指`)
    expect(await post('units', { ...dazhuang, unit: id })).toMatchObject({
      status: 422,
      body: { fields: { unit: why } },
    })
    expect(await post('people', { ...wang, person: id })).toMatchObject({
      status: 422,
      body: { fields: { person: why } },
    })
    expect(await post('appointments', { ...clerk, unit: id })).toMatchObject({
      status: 422,
      body: { fields: { unit: why } },
    })
    const lines = { units: [{ ...dazhuang, unit: id }], people: [{ ...wang, person: id }], appointments: [] }
    for (const path of ['/api/roster/check', '/api/roster/lines'])
      expect(
        await send(handler(), {
          ...{ method: 'POST', path, body: lines, at: AT, key: `click-${clicks++}-long` },
          login: { issuer, subject: 'admin' },
        }),
      ).toMatchObject({ status: 422, body: { fields: { 'units.0.unit': why, 'people.0.person': why } } })
    expect(await Array.fromAsync(ledger.streams())).toHaveLength(before)
  })
})

describe('the first administrator', () => {
  const appointed = { person: 'p-100', appointment: 'administrator', from: '2018-03-01' } as const
  /** As an older version let it be: no line ends the last one's right now. */
  const end = async (person: string, to: string) => {
    const [stream, run] = [personStream(person), { by: 'somebody', received: AT }]
    const { state } = await readStream(ledger, personKind, stream)
    const decide = inTurn(
      personKind,
      state.appointments.map((one) => appoint({ ...one, to }, run)),
    )
    await execute(ledger, personKind, { stream, command: `end-${person}`, by: run.by, decide })
  }
  const register = async (login: string, to?: string) => {
    const people = [
      { person: 'p-100', name: '李四', login },
      { person: 'p-200', name: '安全', login: 'security' },
    ]
    const appointments = [appointed, { ...appointed, person: 'p-200', appointment: 'securityAdministrator' }]
    expect(await post('lines', { units: [], people, appointments })).toMatchObject({
      body: { refused: [], waiting: 0, appointments: { changed: 2 } },
    })
    if (to) for (const { person } of appointments) await end(person, to)
  }

  it('is the login that the county names, and no other', async () => {
    expect(await me('admin')).toMatchObject({
      status: 200,
      body: {
        name: '首任管理员',
        appointments: [
          { appointment: 'administrator', title: '系统管理员' },
          { appointment: 'securityAdministrator', title: '安全管理员' },
        ],
      },
    })
    expect(await post('units', dazhuang, 'somebody')).toMatchObject({ status: 403 })
  })

  it('is nobody any more once the roster has an administrator', async () => {
    await register('li')
    expect(await me('admin')).toMatchObject({ status: 403 })
    expect(await post('units', dazhuang, 'admin')).toMatchObject({ status: 403 })
    expect(await post('units', dazhuang, 'li')).toMatchObject(done)
  })

  it('is no reason to end the right of the last one', async () => {
    await register('li')
    expect(await post('appointments', { ...appointed, to: '2018-03-01' }, 'li')).toMatchObject({
      status: 409,
      body: { code: 'conflict', fields: { to: '最后一名系统管理员的岗位不能结束' } },
    })
  })

  it('goes on as the person it was registered as', async () => {
    await register('admin')
    expect(await me('admin')).toMatchObject({ body: { person: 'p-100', name: '李四' } })
    expect(await post('units', dazhuang)).toMatchObject(done)
  })

  it('is needed again when the last administrator has left', async () => {
    await register('li', '2018-03-01')
    expect(await me('admin', '2018-03-01T15:59:59.999Z')).toMatchObject({ status: 403 })
    expect(await me('admin', '2018-03-01T16:00:00.000Z')).toMatchObject({ status: 200 })
  })

  it('is nobody of the roster once their person has another login', async () => {
    for (const login of ['admin', 'li']) await post('people', { person: 'p-100', name: '李四', login })
    await register('li', '2018-03-01')
    expect(await me('admin', '2018-03-01T15:59:59.999Z')).toMatchObject({ status: 403 })
    expect(await me('admin', '2018-03-01T16:00:00.000Z')).toMatchObject({ body: { person: 'first-administrator' } })
  })

  const AFTER = '2018-03-01T16:00:00.000Z'
  it('stands in for neither of the two with a login that somebody of the roster had before', async () => {
    for (const [ended, left] of [
      ['p-200', 'li'],
      ['p-100', 'security'],
    ] as const) {
      ledger = memoryLedger(() => new Date(AT))
      const [person, name] = left === 'li' ? ['p-100', '李四'] : ['p-200', '安全']
      for (const login of ['admin', left]) await post('people', { person, name, login })
      await register('li')
      await end(ended, '2018-03-01')
      expect(await me('admin', AFTER)).toMatchObject({
        status: 403,
        body: { error: expect.stringContaining('已经停用') },
      })
      expect(await me(left, AFTER)).toMatchObject({ status: 200, body: { person } })
    }
  })

  it('stands in for one of the two with a login that nobody had, or whose person is neither', async () => {
    await register('li')
    await end('p-200', '2018-03-01')
    expect(await me('admin', AFTER)).toMatchObject({
      body: { person: 'first-administrator', appointments: [{ title: '安全管理员' }] },
    })
  })

  it('approves nothing while it stands in for both: it may have entered that itself', async () => {
    await register('li')
    const head = { person: 'p-100', appointment: 'officeHead', from: '2018-03-01' }
    expect(await post('appointments', head, 'li')).toMatchObject({ body: { waiting: 1 } })
    for (const person of ['p-100', 'p-200']) await end(person, '2018-03-01')
    const approvals = { proposals: [{ person: 'p-100', proposal: 1 }] }
    expect(
      await send(handler(), {
        ...{ method: 'POST', path: '/api/roster/approvals', body: approvals, at: AFTER, key: 'the-approving-click' },
        login: { issuer, subject: 'admin' },
      }),
    ).toMatchObject({
      status: 200,
      body: { approved: 0, refused: [{ sentence: expect.stringContaining('不能算作另一人的批准') }] },
    })
  })

  it('founds no county that comes back to it after a last day', async () => {
    const people = ['a', 'b', 'c'].map((one) => ({ person: `p-${one}`, name: '丁一', login: `login-${one}` }))
    const system = { ...appointed, person: 'p-a' }
    const security = { ...system, person: 'p-b', appointment: 'securityAdministrator' }
    const found = async (...appointments: object[]) => {
      const { body } = await post('lines', { units: [], people, appointments })
      return (body as { refused: { sentence: string }[] }).refused.map(({ sentence }) => sentence)
    }
    expect(await found(system, { ...security, to: '2018-03-31' })).toEqual([
      '安全管理员的岗位写了结束日期（2018年3月31日），2018年3月31日以后就没有人能批准岗位和账号；请不写结束日期，或者在同一份名册里另登记一名不写结束日期的安全管理员。',
    ])
    expect(await found({ ...system, to: '2019-12-31' }, security)).toEqual([expect.stringContaining('登记名册')])
    // A day between the two.
    const gap = [
      { ...security, to: '2018-03-31' },
      { ...security, person: 'p-c', from: '2018-04-02' },
    ]
    expect(await found(system, ...gap)).toEqual([expect.stringContaining('2018年3月31日以后')])
    expect(await Array.fromAsync(ledger.streams())).toEqual([])
    const past = { ...system, person: 'p-c', from: '2017-01-01', to: '2017-12-31' }
    const followed = [
      { ...security, to: '2018-03-31' },
      { ...security, person: 'p-c', from: '2018-04-01' },
    ]
    expect(await found(past, system, ...followed)).toEqual([
      // Nobody is both, and the one of last year is none any more.
    ])
  })

  it('of another issuer is a stranger', async () => {
    const login = { issuer: 'https://elsewhere.example', subject: 'admin' }
    expect(await send(handler(), { path: '/api/me', at: AT, login })).toMatchObject({ status: 403 })
  })
})
