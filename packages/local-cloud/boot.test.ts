import { createServer } from 'node:http'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { fixtureCloud } from './fixtures/fixture-cloud.ts'

const { boot, ask, own, privateKey } = fixtureCloud()

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
  const insert = own.cloud.usedStatements().find(({ actions }) => actions.includes('dynamodb:PartiQLInsert'))
  expect(insert?.used).toContain('dynamodb:PartiQLInsert')
  expect(own.cloud.allStatements().find(({ actions }) => actions.includes('dynamodb:DeleteItem'))?.used).toEqual([])
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

test('a bucket whose policy wants writes made once refuses one that could replace', async () => {
  const { body } = await ask('upload', { key: 'once/a', text: 'x' })
  expect(body.message).toMatch(/is not authorized to perform: s3:PutObject .* explicit deny in a resource-based policy/)
  expect((await ask('upload', { key: 'once/a', text: 'x', order: '*' })).status).toBe(200)
  expect((await ask('upload', { key: 'once/a', text: 'y', order: '*' })).body.name).toBe('PreconditionFailed')
})

test('a call signed with another secret is refused', async () => {
  const who = own.cloud.allStatements()[0]!.who
  const credentials = { accessKeyId: who, secretAccessKey: 'guessed' }
  const client = new DynamoDBClient({ endpoint: own.cloud.addresses.dynamodb, region: 'cn-north-1', credentials })
  await expect(client.send(new ListTablesCommand({}))).rejects.toThrow(
    expect.objectContaining({ name: 'InvalidSignatureException' }),
  )
})

test('routes: a literal path before a variable one, a variable before a greedy one; the event is format 2.0', async () => {
  const { origin } = own.cloud.addresses
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
    requestContext: { timeEpoch: own.cloud.now(), http: { method: 'POST', sourceIp: '127.0.0.1' } },
  })
  expect(Buffer.from(event.body, 'base64').toString()).toContain('佐证')
  expect(await (await fetch(`${origin}/a/b/%E7%A4%BA`)).json()).toMatchObject({
    routeKey: 'GET /{proxy+}',
    pathParameters: { proxy: 'a/b/示' },
  })
  expect((await fetch(`${origin}/a/b`, { method: 'PUT' })).status).toBe(404)
})

test('bodies beyond ten megabytes and answers beyond six are refused', async () => {
  const response = await fetch(`${own.cloud.addresses.origin}/do/echo`, {
    method: 'POST',
    body: 'x'.repeat(11 << 20),
    headers: { 'content-type': 'text/plain' },
  })
  expect(response.status).toBe(413)
  expect((await ask('large', { number: 7 << 20 })).status).toBe(500)
})

test('the authorizer lets in a token of its issuer for its audience, and nobody else', async () => {
  const issuer = `${own.cloud.addresses.origin}/oidc`
  const token = (audience: string, from = issuer, expires = '1h') =>
    new SignJWT({ name: '张三', roles: ['a', 'b'] })
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .setSubject('p-1')
      .setIssuer(from)
      .setAudience(audience)
      .setExpirationTime(expires)
      .sign(privateKey)
  const get = (authorization?: string) =>
    fetch(`${own.cloud.addresses.origin}/secret`, { headers: authorization ? { authorization } : {} })
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
