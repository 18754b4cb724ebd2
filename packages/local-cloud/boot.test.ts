import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootLocalCloud } from './boot.ts'
import { ISSUER } from './fixtures/stacks.ts'
import { synthesizeFixture } from './fixtures/synthesize.ts'
import type { BootOptions, LocalCloud } from './local-cloud.ts'
import type { Answered, Ran } from './time/hooks.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const beginning = Date.parse('2026-03-01T00:00:00+08:00')
const { privateKey, publicKey } = await generateKeyPair('RS256')
const reports: string[] = []
let folder: string
let cloud: LocalCloud

beforeAll(async () => {
  folder = synthesizeFixture()
  cloud = await boot('main')
})
afterAll(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true })
})

const boot = (name: string, more: Partial<BootOptions> = {}) =>
  bootLocalCloud({
    assembly: join(folder, 'cdk.out'),
    data: join(folder, name),
    port: 0,
    beginning,
    flowing: false,
    replace: (origin) => ({ [ISSUER]: `${origin}/oidc` }),
    report: (sentence) => reports.push(sentence),
    mounts: (origin) => ({
      '/oidc': async (request, response) => {
        const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256', use: 'sig' }
        const body = request.url?.endsWith('/keys')
          ? { keys: [jwk] }
          : { issuer: `${origin}/oidc`, jwks_uri: `${origin}/oidc/keys` }
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      },
    }),
    ...more,
  })
type Answer = { status: number; body: any }
const ask = async (what: string, body: object = {}, at = cloud): Promise<Answer> => {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${at.addresses.origin}/do/${what}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}
const heard = async (prefix: string, at = cloud): Promise<{ id: string; note: string }[]> => {
  await at.settle()
  const { body } = await ask('heard', {}, at)
  return body.filter(({ id }: { id: string }) => id.startsWith(prefix))
}
const tokenOf = async (name: string, at = cloud) => (await heard(`token ${name}`, at))[0]!.note

test('of twenty writers of one key one succeeds and the others are told', async () => {
  const told = await Promise.all(Array.from({ length: 20 }, (_, n) => ask('insert', { stream: 'raced', text: `${n}` })))
  expect(told.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(told.filter(({ body }) => body.name === 'DuplicateItemException')).toHaveLength(19)
})

test('what no statement allows is refused, naming function, action and resource', async () => {
  const { body } = await ask('overwrite', { stream: 'raced' })
  expect(body.name).toBe('AccessDeniedException')
  expect(body.message).toMatch(
    /^User: arn:aws-cn:sts::123456789012:assumed-role\/fixture-use-probe\w+\/fixture-use-probe\w+ is not authorized to perform: dynamodb:PutItem on resource: arn:aws-cn:dynamodb:cn-north-1:123456789012:table\/notes /,
  )
})

test('which statement allowed what is remembered, and which was never used', async () => {
  await ask('insert', { stream: 'counted' })
  const insert = cloud.usedStatements().find(({ actions }) => actions.includes('dynamodb:PartiQLInsert'))
  expect(insert?.used).toContain('dynamodb:PartiQLInsert')
  expect(cloud.allStatements().find(({ actions }) => actions.includes('dynamodb:DeleteItem'))?.used).toEqual([])
})

test('an index answers by its own keys', async () => {
  await ask('insert', { stream: 'second', list: 'ordered', order: '2' })
  await ask('insert', { stream: 'first', list: 'ordered', order: '1' })
  expect((await ask('list', { list: 'ordered' })).body).toEqual(['first', 'second'])
})

test('sizes are counted in bytes: 140 000 Chinese characters are more than 400 KB', async () => {
  const { body } = await ask('insert', { stream: 'long', text: '示'.repeat(140_000) })
  expect(body).toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining('Item size has exceeded'),
  })
  expect((await ask('insert', { stream: '示'.repeat(700) })).body.message).toContain('2048')
  expect((await ask('insert', { stream: 'short', text: '示'.repeat(130_000) })).status).toBe(200)
})

test('a call of a function that has answered is refused', async () => {
  await ask('dangle')
  await expect.poll(async () => (await cloudLog('main')).includes('after it had answered')).toBe(true)
  expect(await cloudLog('main')).not.toContain('came through')
})

test('a function that takes longer than its timeout fails by name, and the next call finds a new thread', async () => {
  await ask('count')
  const { status, body } = await ask('hang')
  expect([status, body]).toEqual([500, { message: 'Internal Server Error' }])
  expect(reports.join('\n')).toMatch(/Task timed out after 2.00 seconds \(fixture-use-probe/)
  expect((await ask('count')).body).toBe(1)
})

test('two calls that come at once run beside one another in environments of their own, a third waits', async () => {
  const at = await boot('beside')
  const atOnce = async (calls: number) => {
    const told = await Promise.all(Array.from({ length: calls }, () => ask('slow', {}, at)))
    return told.map(({ body }) => body).sort((a, b) => a.began - b.began)
  }
  // Both have to be there: a start may take longer than the call.
  await atOnce(2)
  const [first, next, last] = await atOnce(3)
  expect([first, next, last].map(({ calls }) => calls).sort()).toEqual([2, 2, 3])
  expect(next.began).toBeLessThan(first.ended)
  expect(last.began).toBeGreaterThanOrEqual(Math.min(first.ended, next.ended))
  await at.close()
})

test('a thread without a call for a while gives its memory back; the next call finds a new one', async () => {
  const at = await boot('idle', { hooks: { idleMs: 200 } })
  const counted = async (where: LocalCloud) => {
    const first = await ask('count', {}, where)
    await new Promise((later) => setTimeout(later, 1_000))
    return [first.body, (await ask('count', {}, where)).body]
  }
  const [[before, after], idle] = await Promise.all([counted(cloud), counted(at)])
  expect(after).toBe(before + 1)
  expect(idle).toEqual([1, 1])
  await at.close()
})

test('each request that a function sends is told once, with the bytes of both bodies; each call with its CPU', async () => {
  const [told, ran]: [Answered[], Ran[]] = [[], []]
  const at = await boot('told', { hooks: { answered: (one) => told.push(one), ran: (one) => ran.push(one) } })
  // The machine's thread has come up by then: a function would wait for it no longer than its timeout.
  await at.settle()
  const asked = [
    await ask('insert', { stream: 'told', text: '示'.repeat(100) }, at),
    await ask('overwrite', { stream: 'told' }, at),
    await ask('upload', { key: 'once/told', text: 'abc' }, at),
    await ask('start', { name: 'told', text: 'x' }, at),
  ]
  expect(asked.map(({ status }) => status)).toEqual([200, 409, 409, 200])
  await at.settle()
  const [probe] = ran.map(({ functionName }) => functionName)
  const byProbe = told.filter(({ functionName }) => functionName === probe)
  expect(byProbe.map(({ operation }) => operation)).toEqual([
    'ExecuteStatement',
    'PutItem',
    'PutObject',
    'StartExecution',
  ])
  expect(byProbe[0]).toMatchObject({ asked: expect.toSatisfy((bytes: number) => bytes > 300), answered: 12 })
  expect(byProbe[2]).toMatchObject({ asked: 3, answered: expect.toSatisfy((bytes: number) => bytes > 100) })
  expect(ran.filter(({ functionName }) => functionName === probe)).toHaveLength(4)
  expect(ran.every(({ cpuMs }) => cpuMs > 0 && cpuMs < 10_000)).toBe(true)
  await at.close()
})

test('a function that ends its process fails alone', async () => {
  expect((await ask('exit')).status).toBe(500)
  expect(reports.join('\n')).toContain('Runtime exited with error: exit status 3')
  expect((await ask('count')).body).toBe(1)
})

test('a function has exactly the variables of the template and of the Lambda runtime', async () => {
  const { body } = await ask('environment')
  const own = Object.keys(body).filter((name) => !name.startsWith('AWS_'))
  expect(own.sort()).toEqual(['FILES', 'HEARD', 'LANG', 'MACHINE', 'NOTES', 'TZ'])
  expect(body.MACHINE).toBe('arn:aws-cn:states:cn-north-1:123456789012:stateMachine:waiting')
})

test('a poison record ends in the failures bucket, and those around it arrive', async () => {
  cloud.switchConsumer('follow', false)
  for (const stream of ['calm-1', 'poison', 'calm-2', 'collapse', 'calm-3']) await ask('insert', { stream })
  expect(await heard('calm')).toEqual([])
  cloud.switchConsumer('follow', true)
  expect((await heard('calm')).map(({ id }) => id).sort()).toEqual(['calm-1/1', 'calm-2/1', 'calm-3/1'])
  const given = reports.filter((sentence) =>
    sentence.includes('gave up on 1 records of notes (RetryAttemptsExhausted)'),
  )
  expect(given).toHaveLength(2)
  const bucket = readdirSync(join(folder, 'main', 'buckets')).find((name) => name.includes('failures'))!
  expect(readdirSync(join(folder, 'main', 'buckets', bucket, 'objects'))).toHaveLength(2)
})

test('a consumer is not called for records that its mapping filters out', async () => {
  await ask('insert', { stream: 'not-followed' })
  await ask('insert', { stream: 'followed' })
  expect((await heard('followed')).map(({ id }) => id)).toEqual(['followed/1'])
})

test('an uploaded object is told to the rule whose pattern fits its key', async () => {
  await ask('upload', { key: 'evidence/a', text: 'x' })
  await ask('upload', { key: 'elsewhere/b', text: 'x' })
  expect((await heard('aws.s3')).map(({ id }) => id)).toEqual(['aws.s3 evidence/a'])
})

test('a bucket whose policy wants writes made once refuses one that could replace', async () => {
  const { body } = await ask('upload', { key: 'once/a', text: 'x' })
  expect(body.message).toMatch(/is not authorized to perform: s3:PutObject .* explicit deny in a resource-based policy/)
  expect((await ask('upload', { key: 'once/a', text: 'x', order: '*' })).status).toBe(200)
  expect((await ask('upload', { key: 'once/a', text: 'y', order: '*' })).body.name).toBe('PreconditionFailed')
})

test('a call signed with another secret is refused', async () => {
  const who = cloud.allStatements()[0]!.who
  const credentials = { accessKeyId: who, secretAccessKey: 'guessed' }
  const client = new DynamoDBClient({ endpoint: cloud.addresses.dynamodb, region: 'cn-north-1', credentials })
  await expect(client.send(new ListTablesCommand({}))).rejects.toThrow(
    expect.objectContaining({ name: 'InvalidSignatureException' }),
  )
})

test('routes: a literal path before a variable one, a variable before a greedy one; the event is format 2.0', async () => {
  const { origin } = cloud.addresses
  const form = new FormData()
  form.set('file', new Blob(['佐证']), '材料.pdf')
  const response = await fetch(`${origin}/do/echo?a=1&a=2&b=`, {
    method: 'POST',
    body: form,
    headers: { cookie: 'x=1; y=2' },
  })
  const event: any = await response.json()
  expect(event).toMatchObject({
    routeKey: 'ANY /do/echo',
    rawQueryString: 'a=1&a=2&b=',
    queryStringParameters: { a: '1,2', b: '' },
    cookies: ['x=1', 'y=2'],
    isBase64Encoded: true,
    requestContext: { timeEpoch: cloud.now(), http: { method: 'POST', sourceIp: '127.0.0.1' } },
  })
  expect(Buffer.from(event.body, 'base64').toString()).toContain('佐证')
  expect(await (await fetch(`${origin}/a/b/%E7%A4%BA`)).json()).toMatchObject({
    routeKey: 'GET /{proxy+}',
    pathParameters: { proxy: 'a/b/示' },
  })
  expect((await fetch(`${origin}/a/b`, { method: 'PUT' })).status).toBe(404)
})

test('bodies beyond ten megabytes and answers beyond six are refused', async () => {
  const response = await fetch(`${cloud.addresses.origin}/do/echo`, {
    method: 'POST',
    body: 'x'.repeat(11 << 20),
    headers: { 'content-type': 'text/plain' },
  })
  expect(response.status).toBe(413)
  expect((await ask('large', { number: 7 << 20 })).status).toBe(500)
})

test('the authorizer lets in a token of its issuer for its audience, and nobody else', async () => {
  const issuer = `${cloud.addresses.origin}/oidc`
  const token = (audience: string, from = issuer, expires = '1h') =>
    new SignJWT({ name: '张三', roles: ['a', 'b'] })
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .setSubject('p-1')
      .setIssuer(from)
      .setAudience(audience)
      .setExpirationTime(expires)
      .sign(privateKey)
  const get = (authorization?: string) =>
    fetch(`${cloud.addresses.origin}/secret`, { headers: authorization ? { authorization } : {} })
  const inside = await get(`Bearer ${await token('urn:shifan:api')}`)
  expect(((await inside.json()) as any).requestContext.authorizer.jwt.claims).toMatchObject({
    sub: 'p-1',
    roles: '[a b]',
    name: '张三',
  })
  for (const refused of [
    undefined,
    'Bearer nonsense',
    `Bearer ${await token('other')}`,
    `Bearer ${await token('urn:shifan:api', 'https://elsewhere.invalid')}`,
    `Bearer ${await token('urn:shifan:api', issuer, '-1h')}`,
  ]) {
    const response = await get(refused)
    expect([response.status, await response.json()]).toEqual([401, { message: 'Unauthorized' }])
  }
})

test('the local issuer is mounted for the audience that the authorizer lets in', async () => {
  const login = { accounts: [{ id: 'zhang', name: '张三', role: '经办人' }], redirectPaths: ['/console/callback'] }
  const at = await boot('login', { login, mounts: () => ({}) })
  const { origin } = at.addresses
  const found: any = await (await fetch(`${origin}/oidc/.well-known/openid-configuration`)).json()
  expect(found.issuer).toBe(`${origin}/oidc`)
  await at.close()
})

test('the hand on the clock: over HTTP, for pages of its own origin only', async () => {
  const { origin } = cloud.addresses
  const advance = (body: object, headers = {}) =>
    fetch(`${origin}/_local/advance`, { method: 'POST', body: JSON.stringify(body), headers })
  const before = cloud.now()
  expect((await advance({ by: 'next' }, { origin: 'https://elsewhere.invalid' })).status).toBe(403)
  expect(await (await advance({ by: 'next' })).json()).toMatchObject({ flowing: false })
  // The first one may have been due at this very instant.
  await advance({ by: 'next' })
  expect(cloud.now()).toBeGreaterThan(before)
  const back = await advance({ to: '2020-01-01T00:00:00Z' })
  expect([back.status, await back.json()]).toEqual([500, { message: expect.stringContaining('时间只能向前') }])
  expect((await fetch(`${origin}/_local/nothing`)).status).toBe(404)
})

test('a wait ends by its token, by its time, or by being stopped; names of closed executions stay taken', async () => {
  const began = cloud.now()
  for (const name of ['answered', 'late', 'stopped']) await ask('start', { name })
  expect((await ask('start', { name: 'answered' })).status).toBe(200)
  expect((await ask('start', { name: 'answered', text: 'other' })).body.name).toBe('ExecutionAlreadyExists')
  const token = await tokenOf('answered')
  expect((await ask('answer', { token })).status).toBe(200)
  expect((await ask('answer', { token })).body.name).toBe('TaskTimedOut')
  await ask('stop', { name: 'stopped' })
  expect((await ask('answer', { token: await tokenOf('stopped') })).body.name).toBe('TaskTimedOut')
  await cloud.settle()
  expect((await ask('describe', { name: 'late' })).body.status).toBe('RUNNING')
  expect(await cloud.nextDeadline()).toBe(began + 10 * DAY)
  await cloud.advanceBy('deadline')
  expect(cloud.now()).toBe(began + 10 * DAY)
  const ended = (await heard('aws.states')).map(({ id, note }) => [id, note])
  expect(ended.sort()).toEqual([
    ['aws.states answered', 'SUCCEEDED'],
    ['aws.states late', 'FAILED'],
    ['aws.states stopped', 'ABORTED'],
  ])
  expect((await ask('start', { name: 'answered' })).body.name).toBe('ExecutionAlreadyExists')
  await cloud.advanceTo(began + 90 * DAY)
  expect((await ask('start', { name: 'answered' })).status).toBe(200)
})

test('several machines run side by side, and a role says which of them it may start and answer', async () => {
  await ask('start', { name: 'side' })
  expect((await ask('start', { name: 'side', machine: 'apart' })).status).toBe(200)
  const running = (await cloud.executions()).filter(({ name }) => name === 'side')
  expect(running.map(({ machineArn, status }) => [machineArn.split(':').at(-1), status]).sort()).toEqual([
    ['apart', 'RUNNING'],
    ['waiting', 'RUNNING'],
  ])
  const token = await tokenOf('apart side')
  expect((await ask('answer', { token })).body.message).toMatch(
    /not authorized to perform: states:SendTaskSuccess on resource: .*:stateMachine:apart/,
  )
  expect((await ask('answer', { token: await tokenOf('side') })).status).toBe(200)
  await cloud.settle()
  const now = (await cloud.executions()).filter(({ name }) => name === 'side')
  expect(now.map(({ machineArn, status }) => [machineArn.split(':').at(-1), status]).sort()).toEqual([
    ['apart', 'RUNNING'],
    ['waiting', 'SUCCEEDED'],
  ])
  expect((await ask('start', { name: 'side', machine: 'closed' })).body.message).toMatch(
    /not authorized to perform: states:StartExecution on resource: .*:stateMachine:closed/,
  )
})

test('a schedule fires at each of its instants, and what it calls reads that instant', async () => {
  const at = await boot('schedule')
  await at.advanceTo(beginning + 2.5 * HOUR)
  const fired = (await heard('aws.events', at)).map(({ id }) => id.slice('aws.events '.length)).sort()
  expect(fired).toEqual(['2026-02-28T16:00:00Z', '2026-02-28T17:00:00Z', '2026-02-28T18:00:00Z'])
  expect((await ask('now', {}, at)).body).toBe(new Date(beginning + 2.5 * HOUR).toISOString())
  await at.close()
})

test('after a restart a consumer is told of what it had not dealt with and of nothing else, and time does not go back', async () => {
  const first = await boot('restart')
  await ask('insert', { stream: 'told' }, first)
  expect(await heard('told', first)).toHaveLength(1)
  await ask('delete', { name: 'told/1' }, first)
  first.switchConsumer('follow', false)
  await ask('insert', { stream: 'untold', number: 1 }, first)
  await ask('insert', { stream: 'untold', number: 2 }, first)
  await first.advanceTo(beginning + 90_000)
  await first.close()
  const second = await boot('restart', { beginning: 0 })
  expect((await heard('', second)).map(({ id }) => id).filter((id) => id.includes('told'))).toEqual([
    'untold/1',
    'untold/2',
  ])
  expect(second.now()).toBe(beginning + 90_000)
  await second.close()
})

test.each(['beforeWrite', 'afterWrite'] as const)(
  'a kill at %s: what was written is told, and nothing else',
  async (when) => {
    // What lies on the disk at that instant is what a killed process leaves.
    const [data, killed] = [join(folder, when), join(folder, `${when}-killed`)]
    const copyOnce = ({ key }: { key: unknown }) => {
      if (JSON.stringify(key).includes('killed') && !existsSync(killed)) cpSync(data, killed, { recursive: true })
    }
    const first = await boot(when, { hooks: { [when]: copyOnce } })
    await ask('insert', { stream: 'killed' }, first)
    await first.close()
    const second = await boot(`${when}-killed`)
    expect(await heard('killed', second)).toHaveLength(when === 'afterWrite' ? 1 : 0)
    await second.close()
  },
)

test('a consumer whose code is another one is told of the newest of every partition', async () => {
  const first = await boot('recoded')
  await ask('insert', { stream: 'again', number: 1 }, first)
  await ask('insert', { stream: 'again', number: 2 }, first)
  expect(await heard('again', first)).toHaveLength(2)
  for (const name of ['again/1', 'again/2']) await ask('delete', { name }, first)
  await first.close()
  writeFileSync(join(folder, 'recoded', 'consumers'), '')
  const second = await boot('recoded')
  expect((await heard('again', second)).map(({ id }) => id)).toEqual(['again/2'])
  await second.close()
})

test('an execution that ran at a stop is begun again; one that had ended is not', async () => {
  const first = await boot('executions')
  await ask('start', { name: 'ended' }, first)
  await ask('start', { name: 'runs' }, first)
  await ask('answer', { token: await tokenOf('ended', first) }, first)
  await first.settle()
  await first.close()
  const second = await boot('executions')
  expect((await second.executions()).map(({ name, status }) => [name, status])).toEqual([['runs', 'RUNNING']])
  await ask('answer', { token: await tokenOf('runs', second) }, second)
  await second.settle()
  expect((await second.executions()).map(({ status }) => status)).toEqual(['SUCCEEDED'])
  await second.close()
})

test('records a stream has kept for more than a day are gone', async () => {
  const at = await boot('forgotten')
  at.switchConsumer('follow', false)
  await ask('insert', { stream: 'old' }, at)
  await at.advanceTo(beginning + 2 * DAY)
  await ask('insert', { stream: 'new' }, at)
  at.switchConsumer('follow', true)
  expect((await heard('', at)).map(({ id }) => id).filter((id) => !id.startsWith('aws'))).toEqual(['new/1'])
  await at.close()
})

test('shuffled streams deliver every record at least once, those of one item in order', async () => {
  let seed = 7
  const shuffle = () => {
    seed = (seed * 48_271) % 0x7fffffff
    return seed / 0x7fffffff
  }
  const at = await boot('shuffled', { hooks: { shuffle } })
  await Promise.all(Array.from({ length: 30 }, (_, n) => ask('insert', { stream: `s${n}` }, at)))
  const counts = (await heard('s', at)).map(({ note }) => Number(note))
  expect(counts).toHaveLength(30)
  await at.close()
})

test('time that flows goes on from where it was left, and across a restart', async () => {
  const first = await boot('flowing', { flowing: true })
  await expect.poll(() => first.now(), { timeout: 20_000 }).toBeGreaterThan(beginning)
  await first.advanceTo(beginning + DAY)
  await first.close()
  const second = await boot('flowing', { flowing: true })
  await expect.poll(() => second.now(), { timeout: 20_000 }).toBeGreaterThan(beginning + DAY)
  expect(second.now()).toBeLessThan(beginning + DAY + HOUR)
  await second.close()
})

test('writes can be watched before and after', async () => {
  const seen: string[] = []
  const note = (when: string) => (write: { name: string; operation: string }) =>
    void seen.push(`${when} ${write.operation} ${write.name.replace(/^fixture-storage-(\w+?)[0-9a-f]{8}$/i, '$1')}`)
  const at = await boot('hooks', { hooks: { beforeWrite: note('before'), afterWrite: note('after') } })
  await ask('insert', { stream: 'watched' }, at)
  await at.settle()
  expect(seen).toEqual(['before PutItem notes', 'after PutItem notes', 'before PutItem heard', 'after PutItem heard'])
  await at.close()
})

test('a taken port is a sentence', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  const port = (server.address() as { port: number }).port
  await expect(boot('taken', { port })).rejects.toThrow(`端口 ${port} 已被其他程序占用`)
  server.close()
})

test('a stack that the assembly does not have is named', async () => {
  await expect(boot('nothing', { stacks: ['no-such'] })).rejects.toThrow(
    /has no stack no-such; it has fixture-storage, fixture-use/,
  )
})

async function cloudLog(name: string): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  return readFile(join(folder, name, 'log'), 'utf8')
}
