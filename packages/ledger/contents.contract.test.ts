import { rm } from 'node:fs/promises'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testFront } from '#local-cloud/s3/s3-front-for-tests.ts'
import { digestOf } from './chain.ts'
import { ContentAltered, ContentMissing, type Contents, rememberingContents } from './contents.ts'
import { memoryContents } from './memory-contents.ts'
import { s3Contents } from './s3-contents.ts'

type Opened = { contents: Contents; close(): Promise<void>; forge?: (key: string, body: string) => Promise<unknown> }

/** The laptop's front, which holds to the condition under which content is put, as S3 does. */
async function s3(): Promise<Opened> {
  const { front, client, data } = await testFront({ buckets: ['contents'] })
  const clerk = client('clerk')
  return {
    contents: s3Contents({ client: clerk, bucket: 'contents' }),
    forge: (Key, Body) => clerk.send(new PutObjectCommand({ Bucket: 'contents', Key, Body })),
    close: () => front.close().then(() => rm(data, { recursive: true })),
  }
}
const engines: [string, () => Promise<Opened>][] = [
  ['memory', async () => ({ contents: memoryContents(), close: async () => {} })],
  ['remembering', async () => ({ contents: rememberingContents(memoryContents()), close: async () => {} })],
  ['S3', s3],
]

describe.each(engines)('%s contents', (_name, open) => {
  let opened: Opened
  let contents: Contents
  beforeAll(async () => {
    opened = await open()
    contents = opened.contents
  })
  afterAll(() => opened.close())

  const form = {
    reason: '我镇近三年行政复议零纠错。\n'.repeat(3000),
    project: '示范项目',
    plans: ['a'.repeat(64)],
    none: null,
  }

  it('gives back what it was given, by the digest of its canonical JSON', async () => {
    const sha256 = await contents.put(form)
    expect(sha256).toBe(digestOf(form))
    expect(await contents.get(sha256)).toEqual(form)
  })

  it('keeps the same content once, however its names are ordered and however many put it', async () => {
    const { project, ...rest } = form
    const told = await Promise.all([contents.put(form), contents.put({ project, ...rest }), contents.put(form)])
    expect(new Set(told).size).toBe(1)
  })

  it('says which content is missing', async () => {
    const sha256 = digestOf('nobody kept this')
    await expect(contents.get(sha256)).rejects.toBeInstanceOf(ContentMissing)
    await expect(contents.get(sha256)).rejects.toThrow(`没有摘要为${sha256}的内容`)
  })

  it('finds what a request names, and says of nothing that it is there', async () => {
    expect(await contents.find(await contents.put(form))).toEqual(form)
    expect(await contents.find(digestOf('nobody kept this'))).toBeUndefined()
  })

  it('does not give out what was altered', async () => {
    if (!opened.forge) return
    const sha256 = await contents.put({ project: '原来的项目' })
    await opened.forge(sha256, JSON.stringify({ project: '改过的项目' }))
    await expect(contents.get(sha256)).rejects.toBeInstanceOf(ContentAltered)
  })
})

it('never puts over an object: what is there already is the same', async () => {
  const client = new S3Client({ region: 'cn-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } })
  const sent: object[] = []
  client.middlewareStack.add(
    () =>
      async ({ input }) => {
        sent.push(input)
        throw Object.assign(new Error('At least one of the pre-conditions did not hold'), {
          name: 'PreconditionFailed',
        })
      },
    { step: 'initialize' },
  )
  const sha256 = await s3Contents({ client, bucket: 'contents' }).put({ project: '示范项目' })
  expect(sent).toMatchObject([{ Bucket: 'contents', Key: sha256, IfNoneMatch: '*', Body: '{"project":"示范项目"}' }])
})

it('takes for absent what S3 forbids to whoever may not list, and swallows no other fault', async () => {
  const client = new S3Client({ region: 'cn-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } })
  let status = 403
  client.middlewareStack.add(
    () => async () => {
      throw Object.assign(new Error('no'), { name: 'Fault', $metadata: { httpStatusCode: status } })
    },
    { step: 'initialize' },
  )
  const contents = s3Contents({ client, bucket: 'contents' })
  expect(await contents.find('0'.repeat(64))).toBeUndefined()
  await expect(contents.get('0'.repeat(64))).rejects.not.toBeInstanceOf(ContentMissing)
  status = 503
  await expect(contents.find('0'.repeat(64))).rejects.toThrow('no')
})

it('what was kept or read is asked for once, as long as there is room, and nobody changes it', async () => {
  const kept = memoryContents()
  const asked: string[] = []
  const contents = rememberingContents(
    {
      ...kept,
      get: (sha256) => {
        asked.push(sha256)
        return kept.get(sha256)
      },
    },
    2,
  )
  const [a, b, c] = [await kept.put({ text: 'a' }), await contents.put({ text: 'b' }), await kept.put({ text: 'c' })]
  const first = await contents.get(a)
  Object.assign(first as object, { text: 'changed' })
  expect([await contents.get(b), await contents.get(a)]).toEqual([{ text: 'b' }, { text: 'a' }])
  expect(asked).toEqual([a])
  await contents.get(c)
  await contents.get(b)
  expect(asked).toEqual([a, c, b])
  await expect(contents.get('0'.repeat(64))).rejects.toThrow(ContentMissing)
})
