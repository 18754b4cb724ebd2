import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
import dynalite from 'dynalite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FileAltered } from '#evidence/body.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { files } from '#evidence/fixtures/sample-files.ts'
import { type TestFront, testFront } from '#local-cloud/s3/s3-front-for-tests.ts'
import { dynamoRows } from '#rows/dynamo-rows.ts'
import { type Attachments, objectOf, sha256Of } from './objection/attachments.ts'
import { dynamoLimits } from './objection/dynamo-limits.ts'
import { type Limits, limitKey, secretKey } from './objection/limits.ts'
import { linkAttachments } from './objection/link-attachments.ts'
import { memoryAttachments } from './objection/memory-attachments.ts'
import { memoryLimits } from './objection/memory-limits.ts'
import { s3Attachments } from './objection/s3-attachments.ts'
import { memoryPages } from './pages/memory-pages.ts'
import { s3Pages } from './pages/s3-pages.ts'
import type { SitePages } from './pages/site-pages.ts'

const AT = '2018-06-11T01:59:59.000Z'
const server = dynalite({ createTableMs: 0 })
let opened: TestFront
let client: S3Client
/** Who may not list what is there. */
let sender: S3Client
let documents: DynamoDBDocumentClient

beforeAll(async () => {
  opened = await testFront({ buckets: ['contents', 'site', 'evidence'] })
  client = opened.client('clerk', { requestChecksumCalculation: 'WHEN_REQUIRED' })
  sender = opened.client('sender', { requestChecksumCalculation: 'WHEN_REQUIRED' })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  documents = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint,
      region: 'cn-north-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  )
  await documents.send(
    new CreateTableCommand({
      TableName: 'views',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'stream', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'stream', KeyType: 'HASH' }],
    }),
  )
  for (;;) {
    const { Table } = await documents.send(new DescribeTableCommand({ TableName: 'views' }))
    if (Table?.TableStatus === 'ACTIVE') break
  }
})
afterAll(async () => {
  await opened.front.close()
  await rm(opened.data, { recursive: true })
  await new Promise<void>((closed) => server.close(() => closed()))
})

const limits: [string, () => Limits][] = [
  ['memory', memoryLimits],
  ['dynamo', () => dynamoLimits({ client: documents, table: 'views', newSecret: randomUUID })],
]
describe.each(limits)('%s limits', (_name, open) => {
  const asked = { what: 'objection 2018-2/1', address: '192.0.2.7', most: 3, received: AT }
  it('count per thing, address and hour, also when many come at once', async () => {
    const kept = open()
    const at = async (more: object) =>
      (await Promise.all(Array.from({ length: 6 }, () => kept.take({ ...asked, ...more })))).filter(Boolean).length
    expect(await at({})).toBe(3)
    expect(await at({})).toBe(0)
    expect(await at({ address: '192.0.2.8' })).toBe(3)
    expect(await at({ what: 'look up' })).toBe(3)
    expect(await at({ received: '2018-06-11T02:00:00.000Z' })).toBe(3)
  })
  it('count all together apart from each, several at once, and one line of the sixth version once', async () => {
    const kept = open()
    const files = { ...asked, what: 'files 2018-2/1' }
    const { address: _one, ...ofAll } = files
    expect(await kept.take({ ...files, count: 4 })).toBe(false)
    expect(await kept.take({ ...files, count: 2 })).toBe(true)
    // What does not fit is not counted, and what fits still is.
    expect(await kept.take({ ...files, count: 2 })).toBe(false)
    expect(await kept.take(files)).toBe(true)
    expect(await kept.take(files)).toBe(false)
    expect(await kept.take({ ...ofAll, count: 3 })).toBe(true)
    expect(await kept.take(ofAll)).toBe(false)
    const line = ['2001:db8:0:1::1', '2001:db8:0:1:ffff::', '2001:0db8:0:1:a:b:c:d', '2001:db8:0:1::2']
    expect(await Promise.all(line.map((address) => kept.take({ ...files, address })))).toContain(false)
    expect(await kept.take({ ...files, address: '2001:db8:0:2::1' })).toBe(true)
  })
  it('have room again for what is given back, and for no more than was taken', async () => {
    const kept = open()
    const back = { ...asked, what: 'given back', count: 3 }
    expect(await kept.take(back)).toBe(true)
    await kept.giveBack({ ...back, count: 2 })
    await kept.giveBack({ ...back, count: 1 })
    await kept.giveBack({ ...back, count: 1 })
    expect(await kept.take(back)).toBe(true)
    expect(await kept.take({ ...back, count: 1 })).toBe(false)
  })
})

it('functions that begin at once count together, under the hour’s one secret', async () => {
  const received = '2018-06-12T01:00:00.000Z'
  const each = Array.from({ length: 5 }, () =>
    dynamoLimits({ client: documents, table: 'views', newSecret: randomUUID }).take({
      ...{ what: 'at once', address: '192.0.2.7', most: 3, received },
    }),
  )
  expect((await Promise.all(each)).filter(Boolean)).toHaveLength(3)
})

it('a counter is no row, tells no address to whoever tries them all, and hinders nobody who goes over the rows', async () => {
  const asked = { what: 'x', address: '192.0.2.99', most: 1, received: AT }
  await dynamoLimits({ client: documents, table: 'views', newSecret: randomUUID }).take(asked)
  const marks = await Array.fromAsync(dynamoRows({ client: documents, table: 'views' }).marks())
  const streams = marks.map(({ stream }) => stream)
  expect(streams).toContain(secretKey(AT))
  expect(streams.every((stream) => /^limit\/([0-9a-f]{64}|hour\/\d+)$/.test(stream))).toBe(true)
  expect(marks.every(({ number }) => number === 0)).toBe(true)
  // Without the secret, which goes with the hour, nobody finds an address again.
  expect(streams).not.toContain(limitKey('', asked))
  const { Item } = await documents.send(new GetCommand({ TableName: 'views', Key: { stream: secretKey(AT) } }))
  expect(streams).toContain(limitKey(Item?.secret, asked))
  expect(Item?.expires).toBe(Date.parse('2018-06-11T03:00:00.000Z') / 1000)
})

const attachments: [string, () => Attachments][] = [
  ['memory', memoryAttachments],
  ['s3', () => s3Attachments({ client: sender, bucket: 'contents' })],
]
describe.each(attachments)('%s attachments', (_name, open) => {
  it('keep bytes once under their digest, as what they were kept first', async () => {
    const kept = open()
    expect(await kept.typeOf('form-1', sha256Of(files.jpg))).toBeUndefined()
    expect(await kept.put('form-1', files.jpg, 'image/jpeg')).toBe(sha256Of(files.jpg))
    expect(await kept.put('form-1', files.jpg, 'image/jpeg')).toBe(sha256Of(files.jpg))
    expect(await kept.put('form-1', files.jpg, 'application/pdf')).toBe(sha256Of(files.jpg))
    expect(await kept.typeOf('form-1', sha256Of(files.jpg))).toBe('image/jpeg')
  })
  it('are known to the form that sent them, and to no other', async () => {
    const kept = open()
    await kept.put('form-2', files.tif, 'image/tiff')
    expect(await kept.typeOf('form-3', sha256Of(files.tif))).toBeUndefined()
  })
})

it('links to an attachment under its name, and to the office’s scan in the other bucket', async () => {
  const kept = s3Attachments({ client, bucket: 'contents' })
  const link = linkAttachments({ client, contents: 'contents', evidence: 'evidence' })
  const sha256 = await kept.put('form-4', files.png, 'image/png')
  const file = { sha256, object: objectOf('form-4', sha256), name: "现场'(一).png", contentType: 'image/png' }
  const answer = await fetch(await link({ ...file, from: 'attachments' }))
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''%E7%8E%B0/)
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(files.png)
  // The office's scan of that digest is not there.
  await expect(link({ ...file, from: 'evidence' })).rejects.toThrow(FileAltered)
  const Key = `evidence/office/${sha256}`
  await client.send(new PutObjectCommand({ Bucket: 'evidence', Key, Body: files.png }))
  expect(await link({ ...file, from: 'evidence' })).toContain(`/evidence/evidence/office/${sha256}?`)
  await client.send(new PutObjectCommand({ Bucket: 'evidence', Key, Body: files.pdf }))
  await expect(link({ ...file, from: 'evidence' })).rejects.toThrow('的正文与上传时不同，不能打开')
  const owner = officeFor('objection')
  await client.send(new PutObjectCommand({ Bucket: 'evidence', Key: `evidence/${owner}/${sha256}`, Body: files.png }))
  expect(await link({ ...file, from: 'evidence', owner })).toContain(`/evidence/evidence/${owner}/${sha256}?`)
})

const stored = async (key: string) => {
  const { Body, ContentType } = await client.send(new GetObjectCommand({ Bucket: 'site', Key: key }))
  return { text: await Body?.transformToString(), type: ContentType }
}
const sites: [string, () => { pages: SitePages; text: (key: string) => Promise<string | undefined> }][] = [
  [
    'memory',
    () => {
      const pages = memoryPages()
      return { pages, text: async (key) => pages.pages.get(key) }
    },
  ],
  ['s3', () => ({ pages: s3Pages({ client, bucket: 'site' }), text: async (key) => (await stored(key)).text })],
]
describe.each(sites)('%s pages', (name, open) => {
  it('replace what stood there', async () => {
    const { pages, text } = open()
    await pages.publish(`public/${name}.html`, async () => '<p>一</p>')
    await pages.publish(`public/${name}.html`, async () => '<p>二</p>')
    expect(await text(`public/${name}.html`)).toBe('<p>二</p>')
  })

  it('never let an older reading stand over a newer one', async () => {
    const { pages, text } = open()
    const key = `public/${name}-raced.html`
    let truth = 1
    await pages.publish(key, async () => `${truth}`)
    let made = 0
    await pages.publish(key, async () => {
      const read = truth
      if (made++ === 0) {
        truth = 2
        await pages.publish(key, async () => `${truth}`)
      }
      return `${read}`
    })
    expect(await text(key)).toBe('2')
    expect(made).toBe(2)
  })

  it('show what stands there to whoever makes it anew, also when somebody else was first', async () => {
    const { pages, text } = open()
    const key = `public/${name}-kept.json`
    const add =
      (one: string, meanwhile: () => Promise<void> = async () => {}) =>
      async (before: string | undefined) => {
        await meanwhile()
        return `${before ?? ''}${one}`
      }
    expect(await pages.read(key)).toBeUndefined()
    await pages.publish(key, add('a'))
    let raced = false
    await pages.publish(
      key,
      add('c', async () => {
        if (raced) return
        raced = true
        await pages.publish(key, add('b'))
      }),
    )
    expect([await pages.read(key), await text(key)]).toEqual(['abc', 'abc'])
  })
})

it('says what a page is', async () => {
  await s3Pages({ client, bucket: 'site' }).publish('public/typed.html', async () => '<p>一</p>')
  expect(await stored('public/typed.html')).toEqual({ text: '<p>一</p>', type: 'text/html; charset=utf-8' })
  await s3Pages({ client, bucket: 'site' }).publish('public/typed.json', async () => '{}')
  expect(await stored('public/typed.json')).toEqual({ text: '{}', type: 'application/json; charset=utf-8' })
})
