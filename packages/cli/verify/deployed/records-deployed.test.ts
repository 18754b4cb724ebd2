import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import dynalite from 'dynalite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { s3Client } from '#edge/s3-client.ts'
import { s3Front } from '#local-cloud/s3/s3-front.ts'
import { AwsError } from '#local-cloud/wire/aws-error.ts'
import { listen } from '#local-cloud/wire/listen.ts'
import { Sentence } from '#typed/sentence.ts'
import { verifyCounty } from '#verify/verify-county.ts'
import { readCounty } from '../../laptop/laptop.ts'
import { bucketOnDisk } from '../bucket-on-disk.ts'
import { CASE, CONTENT, EVIDENCE, LEDGER, makeStore, PERSONS, UNIT, VIEWS } from '../fixtures/small-store.ts'
import { organsOf, verifiedPages } from '../pages-of-records.ts'
import { recordsDeployed } from './records-deployed.ts'

const PARTS = ['contents', 'evidence', 'roots', 'site']
const NAMES = PARTS.map((part) => `sixian-storage-${part}1`)
const REGION = 'cn-north-1'
const credentials = { accessKeyId: 'reader', secretAccessKey: 'secret' }
/** After the last root, while that day's may be under way, and long after all commits. */
const NOW = '2018-05-03T00:30:00.000Z'

const folder = mkdtempSync(join(tmpdir(), 'shifan-deployed-'))
const data = join(folder, 'store')
const closing: (() => unknown)[] = []
let tables = ''
let objects = ''
/** What the role may not, as IAM would say it. */
let denied: RegExp | undefined
let putObject: Awaited<ReturnType<typeof s3Front>>['putObject']

beforeAll(async () => {
  await makeStore(data)
  const server = dynalite({ path: join(data, 'tables'), createTableMs: 0 })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  closing.push(() => new Promise<void>((closed) => server.close(() => closed())))
  const address = server.address()
  tables = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : ''}`
  const front = await s3Front({
    data: join(folder, 's3'),
    buckets: NAMES,
    credentials: (key) => (key === 'reader' ? { secret: 'secret', caller: 'reader' } : undefined),
    permit: (_caller, action, resource) => {
      if (denied?.test(`${action} ${resource}`)) throw new AwsError('AccessDeniedException', `not ${action}`)
    },
    arnOf: (bucket) => `arn:aws-cn:s3:::${bucket}`,
    cors: {},
    region: REGION,
    now: () => new Date(),
    objectCreated: () => {},
  })
  closing.push(() => front.close())
  objects = await listen(front.server, 0)
  putObject = front.putObject
  for (const part of PARTS) {
    const bucket = bucketOnDisk(data, part)
    for (const key of bucket.keys)
      await putObject(`sixian-storage-${part}1`, key, bucket.text(key)!, 'application/octet-stream')
  }
})
afterAll(async () => {
  for (const end of closing.reverse()) await end()
  rmSync(folder, { recursive: true, force: true })
})

type Login = typeof credentials | (() => Promise<typeof credentials>)
function clients({ as = credentials, buckets = NAMES }: { as?: Login; buckets?: readonly string[] } = {}) {
  const dynamo = new DynamoDBClient({ endpoint: tables, region: REGION, credentials: as, maxAttempts: 1 })
  const s3 = s3Client({ endpoint: objects, region: REGION, credentials: as, maxAttempts: 1 })
  // The local S3 knows its buckets by name alone.
  s3.middlewareStack.add(
    (next, context) => async (args) =>
      context.commandName === 'ListBucketsCommand'
        ? { response: {}, output: { $metadata: {}, Buckets: buckets.map((Name) => ({ Name })) } as any }
        : next(args),
    { step: 'initialize' },
  )
  return { dynamo, s3 }
}
const read = (more: { persons?: boolean; county?: string; now?: string } = {}, how = clients()) =>
  recordsDeployed({ ...how, county: 'sixian', persons: true, now: NOW, ...more })

async function found(more: Parameters<typeof read>[0] = {}) {
  const { records, pages } = await read(more)
  const verified = await verifyCounty(records)
  const compared = await verifiedPages({ records, pages, organs: organsOf(readCounty('sixian')) }, verified)
  return [...verified.findings, ...compared.findings].map(({ kind, stream, commit, field }) => [
    kind,
    stream,
    commit,
    field,
  ])
}
/** The county's owner, whom no role holds back. */
const owner = () => DynamoDBDocumentClient.from(clients().dynamo)
const changed = async (TableName: string, Key: object, change: (item: any) => object) => {
  const { Item } = await owner().send(new GetCommand({ TableName, Key }))
  await owner().send(new PutCommand({ TableName, Item: change(Item) }))
  return () => owner().send(new PutCommand({ TableName, Item }))
}
const overwritten = (part: string, key: string, text: string) => async () => {
  const bucket = bucketOnDisk(data, part)
  await putObject(`sixian-storage-${part}1`, key, text, 'text/plain')
  return () => putObject(`sixian-storage-${part}1`, key, bucket.text(key)!, 'text/plain')
}

it('finds nothing in a county as it was written', async () => {
  expect(await found()).toEqual([])
})

it.each<[string, () => Promise<() => Promise<unknown>>, unknown[]]>([
  [
    'an altered commit',
    () => changed(LEDGER, { stream: CASE, number: 4 }, (item) => ({ ...item, by: 'p-外人' })),
    ['ledger', CASE, 4, 'by'],
  ],
  [
    'an attribute that no commit has',
    () => changed(LEDGER, { stream: CASE, number: 4 }, (item) => ({ ...item, ttl: 1 })),
    ['ledger', CASE, 4, 'ttl'],
  ],
  ['a row', () => changed(VIEWS, { stream: UNIT }, (item) => ({ ...item, name: '别名' })), ['row', UNIT, 2, 'name']],
  [
    'personal data',
    () => changed(PERSONS, { id: 'x-1' }, (item) => ({ ...item, data: { ...item.data, phone: '1' } })),
    ['person', CASE, 2, 'events[0].personal → data、kind、salt之一'],
  ],
  ['a file', overwritten('evidence', EVIDENCE, '%PDF-1.7 创建方桉'), ['evidence', EVIDENCE, 2, '正文']],
  ['a kept text', overwritten('contents', CONTENT, '{}'), ['content', CASE, 2, 'events[0].content → 内容']],
  ['a root', overwritten('roots', 'roots/2018-05-02.json', '{}'), ['root', undefined, undefined, 'date']],
  [
    'a public page',
    overwritten('site', 'public/index.html', '<p>'),
    ['page', undefined, undefined, 'public/index.html'],
  ],
])('names %s', async (_what, damage, place) => {
  const repair = await damage()
  expect(await found().finally(repair)).toEqual([place])
  expect(await found()).toEqual([])
})

it('misses a root once its day has passed, and waits for rows and pages of the last hours', async () => {
  expect(await found({ now: '2018-05-04T01:00:00.000Z' })).toEqual([['root', undefined, undefined, '全文']])
  const { Item } = await owner().send(new GetCommand({ TableName: VIEWS, Key: { stream: UNIT } }))
  await owner().send(new DeleteCommand({ TableName: VIEWS, Key: { stream: UNIT } }))
  // The fixture's last commits are of the evening before its second root.
  expect(await found({ now: '2018-05-01T13:00:00.000Z' })).toEqual([])
  expect(await found()).toEqual([['row', UNIT, undefined, 'stream']])
  await owner().send(new PutCommand({ TableName: VIEWS, Item }))
})

it('waits two minutes for a page, and says how many it did not compare', async () => {
  const repair = await overwritten('site', 'public/index.html', '<p>')()
  // The fixture's call is opened at 12:00 of the second day.
  const compared = async (now: string) => {
    const { records, pages } = await read({ now })
    return verifiedPages({ records, pages, organs: organsOf(readCounty('sixian')) }, await verifyCounty(records))
  }
  expect(await compared('2018-05-01T12:02:00.000Z')).toMatchObject({
    ...{ findings: [], count: 0 },
    not: expect.stringContaining('7个公开页面可能正在随刚才的办理更新，没有核对'),
  })
  expect(await compared('2018-05-01T12:02:00.001Z')).toMatchObject({
    ...{ findings: [{ field: 'public/index.html' }], count: 7 },
  })
  await repair()
})

it('reads no personal data unless it is asked to', async () => {
  const how = clients()
  const asked: string[] = []
  how.dynamo.middlewareStack.add((next) => (args) => {
    asked.push(JSON.stringify(args.input))
    return next(args)
  })
  const { records } = await read({ persons: false }, how)
  expect(asked.length).toBeGreaterThan(2)
  expect(asked.filter((one) => one.includes('persons'))).toEqual([])
  expect((await verifyCounty(records)).counts.persons).toBe(0)
})

describe('says in a sentence what is lacking', () => {
  const refusal = async (asking: Promise<unknown>): Promise<string> => {
    const error = await asking.then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(Sentence)
    return String(error)
  }
  it('a county that is not there, and one that is there twice', async () => {
    expect(await refusal(read({ county: 'fenghuang' }))).toContain('没有县fenghuang的表ledger')
    const without = clients({ buckets: NAMES.filter((one) => !one.includes('roots')) })
    expect(await refusal(read({}, without))).toContain('没有县sixian的桶roots')
    const twice = clients({ buckets: [...NAMES, 'sixian-storage-roots9'] })
    expect(await refusal(read({}, twice))).toContain(
      '多个县sixian的桶roots：sixian-storage-roots1、sixian-storage-roots9',
    )
  })

  it('rights, with the call that was refused and all that are needed', async () => {
    for (const [not, said] of [
      [/ListBucket .*roots/, 's3:ListBucket的权限（桶sixian-storage-roots1）'],
      [/GetObject .*site/, 's3:GetObject的权限（桶sixian-storage-site1）'],
      [/GetObject .*evidence/, '的权限（桶sixian-storage-evidence1）'],
    ] as const) {
      denied = not
      const sentence = await refusal(found()).finally(() => {
        denied = undefined
      })
      expect(sentence).toContain(said)
      expect(sentence).toContain('dynamodb:Scan：表ledger、views')
    }
    const how = clients()
    how.dynamo.middlewareStack.add((next, { commandName }) => (args) => {
      if (commandName === 'ScanCommand') throw new AwsError('AccessDeniedException', 'not authorized to perform')
      return next(args)
    })
    expect(await refusal(read({}, how))).toContain('没有dynamodb:Scan的权限（表sixian-storage-views1）')
  })

  it('credentials that are wrong, and none at all', async () => {
    const wrong = clients({ as: { accessKeyId: 'stranger', secretAccessKey: 'secret' } })
    expect(await refusal(read({}, wrong))).toContain('云账号的凭据没有、不对或已过期')
    const none = clients({
      as: async () => {
        throw new AwsError('CredentialsProviderError', 'Could not load credentials from any providers')
      },
    })
    expect(await refusal(read({}, none))).toContain('请先登录（aws configure，或aws sso login），再用--profile指明')
  })

  it('a line that is cut', async () => {
    const dynamo = new DynamoDBClient({ endpoint: 'http://127.0.0.1:9', region: REGION, credentials, maxAttempts: 1 })
    expect(await refusal(read({}, { ...clients(), dynamo }))).toContain('连不上云上的服务')
  })
})
