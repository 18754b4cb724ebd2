import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import type { Endpoints } from '#contracts/endpoint.ts'
import { longText, text } from '#contracts/forms.ts'
import { execute, type Ledger, MovedOn } from '#ledger/ledger.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { type RefusalCode, Refused } from '#ledger/refused.ts'
import { CommitTooLarge } from '#ledger/sizes.ts'
import { linkLogin, loginKind, loginStream } from '#roster/login.ts'
import { appoint, type Held, personKind, personStream, registerPerson } from '#roster/person.ts'
import { type Sent, send } from './http-event.ts'
import { serve } from './serve.ts'
import type { AnyCall, Caller } from './use-case.ts'

const AT = '2018-05-15T15:59:59.999Z'
const ISSUER = 'https://login.example'
const asked = { by: 'test', received: '2018-01-01T00:00:00.000Z' }

const endpoints = {
  read: {
    method: 'GET',
    path: '/api/things/{unit}',
    access: 'signedIn',
    title: '查看事项',
    response: z.object({ unit: z.string(), seen: z.optional(z.string()) }),
  },
  open: { method: 'GET', path: '/api/open', access: 'anyone', title: '公开', response: z.object({ ok: z.boolean() }) },
  withdraw: {
    method: 'POST',
    path: '/api/things/{unit}/withdraw',
    access: { command: 'enter-withdrawal' },
    title: '主动退出',
    body: z.strictObject({ reason: longText('退出理由', 20), who: text('经办人', 10) }),
    response: z.object({ reason: z.string() }),
  },
  notice: {
    method: 'GET',
    path: '/api/notices/{batch}/{n}',
    access: 'anyone',
    title: '查看公示',
    response: z.object({ n: z.string() }),
  },
  review: {
    method: 'POST',
    path: '/api/things/{unit}/review',
    access: { command: 'decide-step' },
    title: '办理初审',
    response: z.object({ ok: z.boolean() }),
  },
} as const satisfies Endpoints

let ledger: Ledger
let lines: Record<string, unknown>[]
let fails: (() => never) | undefined
let called: (Omit<AnyCall, 'caller'> & { caller?: Caller | undefined }) | undefined
const handler = () =>
  serve(
    endpoints,
    {
      read: async (call) => {
        called = call
        fails?.()
        return { unit: call.params.unit, seen: call.query.x ?? '', secret: '13900000000' }
      },
      open: async ({ caller }) => ({ ok: caller === undefined }),
      withdraw: async (call) => {
        called = call
        return { reason: call.body.reason }
      },
      notice: async ({ params }) => ({ n: params.n }),
      review: async () => ({ ok: true }),
    },
    { ledger, log: (line) => lines.push({ ...line }) },
  )

const login = { issuer: ISSUER, subject: 'wang' }
const ask = (sent: Omit<Sent, 'at'> & { at?: string }) => send(handler(), { at: AT, login, ...sent })
const withdraw = (body: unknown, more: Partial<Sent> = {}) =>
  ask({ method: 'POST', path: '/api/things/dazhuang/withdraw', body, key: 'click-0001', ...more })

async function person(id: string, ...held: Held[]) {
  const run = { command: `make ${id}`, by: 'test' }
  const stream = personStream(id)
  await execute(ledger, personKind, {
    ...run,
    stream,
    decide: registerPerson(id, { id: `p-${id}`, digest: 'd' }, asked),
  })
  for (const one of held)
    await execute(ledger, personKind, { ...run, command: JSON.stringify(one), stream, decide: appoint(one, asked) })
  await execute(ledger, loginKind, { ...run, stream: loginStream(ISSUER, id), decide: linkLogin(id, asked) })
}

beforeEach(async () => {
  ledger = memoryLedger(() => new Date(AT))
  lines = []
  fails = called = undefined
  await person('wang', { appointment: 'unitClerk', unit: 'dazhuang', from: '2018-01-01' })
})

it('gives the use case what the endpoint says, and drops from the answer what its schema does not know', async () => {
  const { status, body } = await ask({ path: '/api/things/dazhuang?x=1', headers: { Accept: 'json' } })
  expect({ status, body }).toEqual({ status: 200, body: { unit: 'dazhuang', seen: '1' } })
  expect(called).toMatchObject({
    params: { unit: 'dazhuang' },
    received: AT,
    query: { x: '1' },
    headers: { accept: 'json' },
    sourceIp: '192.0.2.7',
    command: undefined,
    caller: { person: 'wang', holdings: [{ appointment: 'unitClerk', unit: 'dazhuang' }] },
  })
})

it('gives a command the body as the schema made it', async () => {
  expect((await withdraw({ reason: ' 合并 ', who: '王伟' })).body).toEqual({ reason: '合并' })
  expect(called).toMatchObject({ body: { reason: '合并', who: '王伟' } })
})

describe('the id of a command', () => {
  const body = { reason: '合并', who: '王伟' }
  const commandOf = async (asked: () => Promise<unknown>) => {
    await asked()
    return called?.command ?? ''
  }
  it('is the same for a click that is sent again, however its keys are ordered and its blanks', async () => {
    const first = await commandOf(() => withdraw(body))
    expect(first).toMatch(/^[0-9a-f]{32} =[0-9a-f]{32}$/)
    expect(await commandOf(() => withdraw({ who: '王伟', reason: ' 合并' }))).toBe(first)
    // What nobody keeps cannot be tried out against it.
    expect(first).not.toContain('click')
  })
  it('is another for every other click, person, address and content', async () => {
    await person('li', { appointment: 'unitClerk', unit: 'dazhuang', from: '2018-01-01' })
    await person('zhao', { appointment: 'unitClerk', unit: 'caogou', from: '2018-01-01' })
    const li = { login: { issuer: ISSUER, subject: 'li' } }
    const elsewhere = { login: { issuer: ISSUER, subject: 'zhao' }, path: '/api/things/caogou/withdraw' }
    const all = [
      await commandOf(() => withdraw(body)),
      await commandOf(() => withdraw(body, { key: 'click-0002' })),
      await commandOf(() => withdraw({ ...body, reason: '撤销' })),
      await commandOf(() => withdraw(body, li)),
      await commandOf(() => withdraw(body, elsewhere)),
    ]
    expect(all.map((one) => one.split(' =')[0] === all[0]?.split(' =')[0])).toEqual([true, false, true, true, true])
    expect(new Set(all.map((one) => one.split(' =')[1])).size).toBe(5)
  })
})

it('reads a body that came in base64', async () => {
  const body = Buffer.from(JSON.stringify({ reason: '合并', who: '王伟' })).toString('base64')
  expect((await withdraw(body, { base64: true })).status).toBe(200)
})

it('asks nobody who they are on an open address', async () => {
  expect((await send(handler(), { path: '/api/open', at: AT })).body).toEqual({ ok: true })
})

it.each<[RefusalCode, number]>([
  ['forbidden', 403],
  ['late', 409],
  ['early', 409],
  ['elsewhere', 409],
  ['conflict', 409],
  ['incomplete', 422],
  ['unknown', 404],
])('answers a refusal %s with %i and its sentence', async (code, status) => {
  fails = () => {
    throw new Refused(code, '不行。', { reason: '太短' })
  }
  expect(await ask({ path: '/api/things/dazhuang' })).toMatchObject({
    status,
    body: { error: '不行。', code, fields: { reason: '太短' } },
  })
})

it('answers writers who were second five times with 409, contents beyond a commit with 413', async () => {
  const { head } = await ledger.read('case/x')
  fails = () => {
    throw new MovedOn(head)
  }
  expect(await ask({ path: '/api/things/dazhuang' })).toMatchObject({ status: 409, body: { code: 'conflict' } })
  fails = () => {
    throw new CommitTooLarge('case/x', 400 * 1024)
  }
  expect(await ask({ path: '/api/things/dazhuang' })).toMatchObject({ status: 413, body: { code: 'tooLarge' } })
})

it('tells a stranger only the number of a fault, and logs the rest', async () => {
  fails = () => {
    throw new Error('the table arn:aws:dynamodb is gone')
  }
  const { status, body, text } = await ask({ path: '/api/things/dazhuang', id: 'r-77' })
  expect({ status, body }).toEqual({
    status: 500,
    body: { error: expect.stringMatching(/^系统出错，编号r-77/), code: 'fault', id: 'r-77' },
  })
  expect(text).not.toContain('arn:')
  expect(lines[0]).toMatchObject({ id: 'r-77', fault: 'Error', message: expect.stringContaining('arn:') })
  expect(lines[1]).toMatchObject({ id: 'r-77', status: 500, person: 'wang' })
})

it('answers a result that its schema refuses with 500 and does not send it', async () => {
  fails = undefined
  const broken = serve(
    { open: { ...endpoints.open, response: z.object({ ok: z.string().check(z.minLength(3)) }) } },
    { open: async () => ({ ok: 'x' }) },
    { ledger, log: () => {} },
  )
  expect((await send(broken, { path: '/api/open', at: AT })).status).toBe(500)
})

it('logs one line a request: id, route, status, person and address, milliseconds', async () => {
  await withdraw({ reason: '秘密', who: '王伟' })
  expect(lines).toEqual([
    {
      id: 'request-1',
      route: 'POST /api/things/{unit}/withdraw',
      status: 200,
      person: 'wang',
      address: '192.0.2.7',
      ms: expect.any(Number),
    },
  ])
})

it('answers an address it does not know, or an id that is none, with 404', async () => {
  expect((await ask({ path: '/api/nothing' })).status).toBe(404)
  expect((await ask({ path: '/api/things/%E5%A4%A7' })).status).toBe(404)
})

it('answers a number in an address that is not written as a number is with 404', async () => {
  const at = async (n: string) => (await ask({ path: `/api/notices/2018-2/${n}` })).status
  for (const n of ['1', '12', '99999']) expect([n, await at(n)]).toEqual([n, 200])
  for (const n of ['0', '01', '1.0', '1e0', '0x1', '1x', 'NaN', '123456']) expect([n, await at(n)]).toEqual([n, 404])
})

it('answers 401 without a login and 403 to a login that the roster does not know', async () => {
  expect((await send(handler(), { path: '/api/things/dazhuang', at: AT })).status).toBe(401)
  const stranger = await ask({ path: '/api/things/dazhuang', login: { issuer: ISSUER, subject: 'nobody' } })
  expect(stranger).toMatchObject({ status: 403, body: { error: expect.stringContaining('还没有登记') } })
  const elsewhere = await ask({
    path: '/api/things/dazhuang',
    login: { issuer: 'https://other.example', subject: 'wang' },
  })
  expect(elsewhere.status).toBe(403)
})

it('knows the appointments held on the Shanghai date of receipt, not those that ended the day before', async () => {
  await person('li', { appointment: 'unitClerk', unit: 'dazhuang', from: '2018-01-01', to: '2018-05-15' })
  const li = { login: { issuer: ISSUER, subject: 'li' } }
  const body = { reason: '合并', who: '李强' }
  expect((await withdraw(body, li)).status).toBe(200)
  expect(await withdraw(body, { ...li, at: '2018-05-15T16:00:00.000Z' })).toMatchObject({
    status: 403,
    body: { error: expect.stringContaining('您现在的岗位：无') },
  })
})

it("keeps a unit's people to their own unit, and an officer away from their own", async () => {
  expect(await withdraw({ reason: 'x', who: 'y' }, { path: '/api/things/other/withdraw' })).toMatchObject({
    status: 403,
    body: { error: expect.stringContaining('本单位的人员') },
  })
  await person(
    'zhao',
    { appointment: 'officeOfficer', from: '2018-01-01' },
    { appointment: 'unitClerk', unit: 'dazhuang', from: '2018-01-01' },
  )
  const review = (unit: string) =>
    ask({
      method: 'POST',
      path: `/api/things/${unit}/review`,
      key: 'click-0002',
      login: { issuer: ISSUER, subject: 'zhao' },
    })
  expect((await review('other')).status).toBe(200)
  expect(await review('dazhuang')).toMatchObject({ status: 403, body: { error: expect.stringContaining('回避') } })
})

it('names who may, to somebody without the right', async () => {
  const { body } = await ask({ method: 'POST', path: '/api/things/dazhuang/review', key: 'click-0003' })
  expect(body).toEqual({
    code: 'forbidden',
    error: '“办理初审”由法制办经办人、法制办负责人办理；您现在的岗位：创建单位经办人。',
  })
})

it.each(['', 'short', 'has a blank', 'x'.repeat(81)])('demands a click id of 8 to 80 characters: “%s”', async (key) => {
  expect(await withdraw({ reason: 'x', who: 'y' }, { key })).toMatchObject({
    status: 400,
    body: { code: 'unreadable' },
  })
})

it('answers a body that is not JSON with 400, and one with wrong fields with all of them at once', async () => {
  expect(await withdraw('reason=x')).toMatchObject({
    status: 400,
    body: { error: expect.stringContaining('提交内容格式有误') },
  })
  expect(await withdraw({ reason: '很'.repeat(21), extra: 1 })).toMatchObject({
    status: 422,
    body: {
      code: 'incomplete',
      error: '“主动退出”有3处需要修改。',
      fields: {
        reason: expect.stringContaining('退出理由最多20字，收到'),
        who: '请填写经办人',
        extra: '没有这一填写栏',
      },
    },
  })
  expect(await withdraw({ reason: '合并\ud83d', who: '王伟' })).toMatchObject({
    status: 422,
    body: { fields: { reason: expect.stringContaining('残缺字符') } },
  })
  for (const name of ['constructor', 'toString', '__proto__'])
    expect(await withdraw(`{"reason":"合并","who":"王伟","${name}":1}`)).toMatchObject({
      status: 422,
      body: { error: expect.stringContaining(`没有“${name}”`) },
    })
  expect((await withdraw('')).body).toMatchObject({ fields: { reason: '请填写退出理由', who: '请填写经办人' } })
})

it('holds each use case to its own endpoint (checked by the compiler)', () => {
  const { open, read } = endpoints
  const deps = { ledger, log: () => {} }
  // @ts-expect-error the answer lacks `ok`
  serve({ open }, { open: async () => ({ fine: true }) }, deps)
  // @ts-expect-error the path has no `person`
  serve({ read }, { read: async ({ params }) => ({ unit: params.person }) }, deps)
  // @ts-expect-error nobody answers `read`
  serve({ read }, {}, deps)
  // @ts-expect-error a reading endpoint has no click id
  serve({ read }, { read: async ({ command }) => ({ unit: command.length }) }, deps)
})
