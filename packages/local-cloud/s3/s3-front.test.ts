import { createHash, randomBytes } from 'node:crypto'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type TestFront, testFront } from './s3-front-for-tests.ts'

const Bucket = 'evidence'
const sha256 = (body: string | Buffer) => createHash('sha256').update(body).digest('base64')
const code = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error) => `${error.$metadata?.httpStatusCode} ${error.name}`,
  )

let it: TestFront
beforeAll(async () => {
  it = await testFront()
})
afterAll(async () => {
  await it.front.close()
  await rm(it.data, { recursive: true })
})
const put = (Key: string, more: object = {}, caller = 'clerk') =>
  it.client(caller).send(new PutObjectCommand({ Bucket, Key, Body: 'bytes', ...more }))

afterEach(() => void vi.restoreAllMocks())

describe('an object', () => {
  test('comes back as it was put, with its type, encoding, disposition and metadata', async () => {
    const sent = {
      ContentType: 'application/pdf',
      ContentEncoding: 'gzip',
      ContentDisposition: 'inline',
      CacheControl: 'no-store',
      Metadata: { unit: 'dazhuang' },
    }
    await put('申报/普法 责任+清单 (1).pdf', { Body: '内容', ...sent })
    const got = await it.client('clerk').send(new GetObjectCommand({ Bucket, Key: '申报/普法 责任+清单 (1).pdf' }))
    expect(got).toMatchObject({ ...sent, ContentLength: 6, AcceptRanges: 'bytes' })
    expect(await got.Body?.transformToString()).toBe('内容')
  })

  test.each(['a//b', 'a/../b', './a', 'a/', '%41', "o'clock*", 'a?b#c', '\u{20000}'])(
    'the key %j is kept as it is',
    async (Key) => {
      await put(Key, { Body: Key })
      const got = await it.client('clerk').send(new GetObjectCommand({ Bucket, Key }))
      expect(await got.Body?.transformToString()).toBe(Key)
    },
  )

  test('may be empty', async () => {
    await put('empty', { Body: '' })
    const got = await it.client('clerk').send(new GetObjectCommand({ Bucket, Key: 'empty' }))
    expect([got.ContentLength, await got.Body?.transformToString()]).toEqual([0, ''])
  })

  test('has a key of 1024 bytes at most', async () => {
    expect(await code(put(`${'法'.repeat(341)}a`))).toBe('done')
    expect(await code(put(`${'法'.repeat(341)}ab`))).toBe('400 KeyTooLongError')
  })

  test('is read in part', async () => {
    await put('part', { Body: '0123456789' })
    const read = async (Range: string) => {
      const got = await it.client('clerk').send(new GetObjectCommand({ Bucket, Key: 'part', Range }))
      return [await got.Body?.transformToString(), got.ContentRange]
    }
    expect(await read('bytes=2-4')).toEqual(['234', 'bytes 2-4/10'])
    expect(await read('bytes=7-')).toEqual(['789', 'bytes 7-9/10'])
    expect(await read('bytes=-2')).toEqual(['89', 'bytes 8-9/10'])
    expect(await code(read('bytes=10-'))).toBe('416 InvalidRange')
  })

  test('is deleted, and deleted again without complaint', async () => {
    await put('gone')
    for (const _ of [1, 2])
      expect(await code(it.client('clerk').send(new DeleteObjectCommand({ Bucket, Key: 'gone' })))).toBe('done')
    expect(await code(it.client('clerk').send(new GetObjectCommand({ Bucket, Key: 'gone' })))).toBe('404 NoSuchKey')
  })

  test('carries tags, which a PUT replaces', async () => {
    const tags = async () =>
      (await it.client('clerk').send(new GetObjectTaggingCommand({ Bucket, Key: 'tagged' }))).TagSet
    await put('tagged', { Tagging: 'state=waiting' })
    expect(await tags()).toEqual([{ Key: 'state', Value: 'waiting' }])
    const TagSet = [{ Key: '结果', Value: '<拒收> & "退回"' }]
    await it.client('clerk').send(new PutObjectTaggingCommand({ Bucket, Key: 'tagged', Tagging: { TagSet } }))
    expect(await tags()).toEqual(TagSet)
    const head = await it.client('clerk').send(new HeadObjectCommand({ Bucket, Key: 'tagged' }))
    expect(head.ContentLength).toBe(5)
  })
})

describe('promises about the bytes', () => {
  test('HEAD with ChecksumMode ENABLED tells the sha256 that was checked, and nothing without', async () => {
    await put('summed', { ChecksumSHA256: sha256('bytes') })
    const head = (more: object) => it.client('clerk').send(new HeadObjectCommand({ Bucket, Key: 'summed', ...more }))
    expect((await head({ ChecksumMode: 'ENABLED' })).ChecksumSHA256).toBe(sha256('bytes'))
    expect((await head({})).ChecksumSHA256).toBeUndefined()
  })

  test.each([
    ['sha256', { ChecksumSHA256: sha256('other bytes') }, '400 BadDigest'],
    ['crc32', { ChecksumCRC32: 'AAAAAA==' }, '400 BadDigest'],
    ['md5', { ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' }, '400 BadDigest'],
    ['crc32c, which cannot be checked here', { ChecksumCRC32C: 'AAAAAA==' }, '501 NotImplemented'],
  ])('a wrong signed %s is refused, and nothing is kept', async (_, more, expected) => {
    const bodies = () => readdir(join(it.data, Bucket, 'bodies'))
    const before = await bodies()
    expect(await code(put('promised', more))).toBe(expected)
    expect(await code(it.client('clerk').send(new GetObjectCommand({ Bucket, Key: 'promised' })))).toBe('404 NoSuchKey')
    expect(await bodies()).toEqual(before)
  })

  test("the SDK's own streaming upload (aws-chunked with a crc32 in the trailer) is taken, byte for byte", async () => {
    const bytes = randomBytes(3_000_000)
    const pieces = [bytes.subarray(0, 10), bytes.subarray(10, 1_000_001), bytes.subarray(1_000_001)]
    await put('streamed', { Body: Readable.from(pieces), ContentLength: bytes.length, ContentEncoding: 'gzip' })
    const got = await it
      .client('clerk')
      .send(new GetObjectCommand({ Bucket, Key: 'streamed', ChecksumMode: 'ENABLED' }))
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(bytes)).toBe(true)
    expect([got.ContentEncoding, got.ChecksumCRC32 === undefined]).toEqual(['gzip', false])
  })

  test('a failed upload leaves the former object untouched', async () => {
    await put('former', { Body: 'first' })
    expect(await code(put('former', { Body: 'second', ChecksumSHA256: sha256('third') }))).toBe('400 BadDigest')
    const got = await it.client('clerk').send(new GetObjectCommand({ Bucket, Key: 'former' }))
    expect(await got.Body?.transformToString()).toBe('first')
  })
})

describe('conditions', () => {
  test('of 20 racing If-None-Match puts exactly one is told that it won, and its bytes stay', async () => {
    for (let round = 0; round < 5; round++) {
      const Key = `race-${round}`
      const told = await Promise.all(
        Array.from({ length: 20 }, (_, i) => code(put(Key, { Body: `writer ${i}`, IfNoneMatch: '*' }))),
      )
      expect(told.filter((one) => one === 'done')).toHaveLength(1)
      expect(told.filter((one) => one === '412 PreconditionFailed')).toHaveLength(19)
      const got = await it.client('clerk').send(new GetObjectCommand({ Bucket, Key }))
      expect(await got.Body?.transformToString()).toBe(`writer ${told.indexOf('done')}`)
    }
  })

  test('If-Match: the present one is replaced, an older one or none is not', async () => {
    const { ETag } = await put('matched', { Body: '1' })
    expect(await code(put('matched', { Body: '2', IfMatch: ETag }))).toBe('done')
    expect(await code(put('matched', { Body: '3', IfMatch: ETag }))).toBe('412 PreconditionFailed')
    expect(await code(put('never put', { IfMatch: ETag }))).toBe('404 NoSuchKey')
    expect(
      await code(it.client('clerk').send(new DeleteObjectCommand({ Bucket, Key: 'matched', IfMatch: ETag }))),
    ).toBe('412 PreconditionFailed')
    expect(await code(it.client('clerk').send(new GetObjectCommand({ Bucket, Key: 'matched', IfMatch: ETag })))).toBe(
      '412 PreconditionFailed',
    )
  })
})

describe('roles', () => {
  test('a right on some keys is none on others', async () => {
    expect(await code(put('evidence/dazhuang/1', {}, 'uploader'))).toBe('done')
    const refused = await put('site/index.html', {}, 'uploader').catch((error) => error)
    expect(refused.name).toBe('AccessDenied')
    expect(refused.message).toBe(
      'User: uploader is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::evidence/site/index.html',
    )
  })

  test('each action asks for its own right', async () => {
    await put('evidence/dazhuang/2')
    const Key = 'evidence/dazhuang/2'
    const asked = [
      it.client('uploader').send(new GetObjectCommand({ Bucket, Key })),
      it.client('uploader').send(new DeleteObjectCommand({ Bucket, Key })),
      it.client('uploader').send(new ListObjectsV2Command({ Bucket })),
      it.client('uploader').send(new PutObjectTaggingCommand({ Bucket, Key, Tagging: { TagSet: [] } })),
      put(Key, { Tagging: 'a=b' }, 'uploader'),
      put(Key, { IfMatch: '*' }, 'uploader'),
    ]
    expect(await Promise.all(asked.map(code))).toEqual(asked.map(() => '403 AccessDenied'))
    expect(await code(it.client('reader').send(new HeadObjectCommand({ Bucket, Key })))).toBe('done')
  })

  test('who may not list the bucket is not told that a key is missing', async () => {
    expect(await code(it.client('reader').send(new GetObjectCommand({ Bucket, Key: 'nothing' })))).toBe(
      '403 AccessDenied',
    )
    expect(await code(it.client('clerk').send(new GetObjectCommand({ Bucket, Key: 'nothing' })))).toBe('404 NoSuchKey')
  })

  test('unknown keys, wrong secrets, another region and unknown buckets are refused', async () => {
    const list = (config: object, bucket = Bucket) =>
      code(it.client('clerk', config).send(new ListObjectsV2Command({ Bucket: bucket })))
    expect(await list({ credentials: { accessKeyId: 'nobody', secretAccessKey: 'x' } })).toBe('403 InvalidAccessKeyId')
    expect(await list({ credentials: { accessKeyId: 'clerk', secretAccessKey: 'x' } })).toBe(
      '403 SignatureDoesNotMatch',
    )
    expect(await list({ region: 'us-east-1' })).toBe('400 AuthorizationHeaderMalformed')
    expect(await list({}, 'elsewhere')).toBe('404 NoSuchBucket')
    expect(await code(it.client('clerk').send(new HeadBucketCommand({ Bucket })))).toBe('done')
  })
})

test('lists in the order of bytes, by prefix, in groups and page by page', async () => {
  const keys = ['列/a', '列/b/1', '列/b/2', '列/\uffee', '列/\u{1f600}']
  for (const key of keys) await put(key)
  const list = (more: object) => it.client('clerk').send(new ListObjectsV2Command({ Bucket, Prefix: '列/', ...more }))
  expect((await list({})).Contents?.map(({ Key }) => Key)).toEqual(keys)
  const grouped = await list({ Delimiter: '/' })
  expect(grouped.CommonPrefixes).toEqual([{ Prefix: '列/b/' }])
  expect(grouped.KeyCount).toBe(4)
  for (const Delimiter of [undefined, '/']) {
    const pages: (string | undefined)[] = []
    let token: string | undefined
    do {
      const page = await list({ MaxKeys: 1, ContinuationToken: token, Delimiter, EncodingType: 'url' })
      expect(page.KeyCount).toBe(1)
      pages.push(page.Contents?.[0]?.Key ?? page.CommonPrefixes?.[0]?.Prefix)
      token = page.NextContinuationToken
    } while (token)
    expect(pages.map((key) => decodeURIComponent(key ?? ''))).toEqual(
      Delimiter ? ['列/a', '列/b/', '列/\uffee', '列/\u{1f600}'] : keys,
    )
  }
})

describe('across a kill', () => {
  test('objects, tags and headers stay; half an upload does not; what nobody was told of is announced again', async () => {
    let listening = false
    const first = await testFront({
      objectCreated: () => (listening ? undefined : Promise.reject(new Error('not up yet'))),
    })
    vi.spyOn(console, 'error').mockImplementation(() => {})
    await first
      .client('clerk')
      .send(new PutObjectCommand({ Bucket, Key: '甲', Body: 'one', ContentType: 'text/plain', Tagging: 'a=b' }))
    await first.front.putObject('site', 'index.html', '<p>首页</p>', 'text/html; charset=utf-8')
    await first.front.close()
    await writeFile(join(first.data, Bucket, 'bodies', 'half'), 'ha')
    await writeFile(join(first.data, Bucket, 'objects', 'x.json.new'), '{')

    listening = true
    const second = await testFront({ data: first.data })
    const got = await second.client('clerk').send(new GetObjectCommand({ Bucket, Key: '甲' }))
    expect([await got.Body?.transformToString(), got.ContentType]).toEqual(['one', 'text/plain'])
    expect(await readdir(join(first.data, Bucket, 'bodies'))).toHaveLength(1)
    expect(second.front.announcePending()).toBe(2)
    expect(second.created.map(({ bucket, key, size }) => [bucket, key, size])).toEqual([
      [Bucket, '甲', 3],
      ['site', 'index.html', 13],
    ])
    await second.front.close()

    const third = await testFront({ data: first.data })
    expect(third.front.announcePending()).toBe(0)
    await third.front.close()
    await rm(first.data, { recursive: true })
  })

  test('a new object is announced once, a deletion and a tag are not; hooks see every write', async () => {
    const hooked: string[] = []
    const one = await testFront({
      hooks: {
        beforeWrite: (_, key) => void hooked.push(`before ${key}`),
        afterWrite: (_, key) => void hooked.push(`after ${key}`),
      },
    })
    const clerk = one.client('clerk')
    const { ETag } = await clerk.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'one' }))
    await clerk.send(new PutObjectTaggingCommand({ Bucket, Key: 'a', Tagging: { TagSet: [] } }))
    await clerk.send(new DeleteObjectCommand({ Bucket, Key: 'a' }))
    expect(one.created).toEqual([{ bucket: Bucket, key: 'a', size: 3, etag: ETag }])
    expect(hooked).toEqual(Array.from({ length: 3 }, () => ['before a', 'after a']).flat())
    await one.front.close()
    await rm(one.data, { recursive: true })
  })
})
