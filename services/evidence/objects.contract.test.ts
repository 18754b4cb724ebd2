import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { files } from '#evidence/fixtures/sample-files.ts'
import { UPLOAD_HEADERS } from '#evidence/upload-headers.ts'
import { type TestFront, testFront } from '#local-cloud/s3/s3-front-for-tests.ts'
import { memoryObjects } from './memory-objects.ts'
import { keyOf, type Objects, type Signed } from './objects.ts'
import { s3Signing } from './s3-signing.ts'
import { s3Stored } from './s3-stored.ts'

const ORIGIN = 'https://shifan.example'
let opened: TestFront
let client: S3Client

beforeAll(async () => {
  opened = await testFront()
  client = opened.client('clerk', { requestChecksumCalculation: 'WHEN_REQUIRED' })
})
afterAll(async () => {
  await opened.front.close()
  await rm(opened.data, { recursive: true })
})

const s3Objects = (): Objects => ({
  ...s3Signing({ client, bucket: 'evidence' }),
  ...s3Stored({ client, bucket: 'evidence' }),
})
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const promised = (bytes: Uint8Array) => ({ sha256: sha(bytes), size: bytes.length, contentType: 'application/pdf' })
const put = ({ url, headers }: Signed, bytes: Uint8Array, more: Record<string, string> = {}) =>
  fetch(url, { method: 'PUT', headers: { ...headers, ...more }, body: Buffer.from(bytes) })

const kinds: [string, () => { objects: Objects; upload: (signed: Signed, bytes: Uint8Array) => Promise<void> }][] = [
  [
    'memory',
    () => {
      const objects = memoryObjects()
      return { objects, upload: async ({ url }, bytes) => objects.upload(url, bytes) }
    },
  ],
  [
    's3',
    () => ({
      objects: s3Objects(),
      upload: async (signed, bytes) => {
        const answer = await put(signed, bytes)
        if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
      },
    }),
  ],
]

describe.each(kinds)('%s objects', (name, open) => {
  const key = (bytes: Uint8Array) => keyOf(name, sha(bytes))

  it('take the promised bytes and know their digest and size', async () => {
    const { objects, upload } = open()
    expect(await objects.find(key(files.pdf))).toBeUndefined()
    await upload(await objects.signPut(key(files.pdf), promised(files.pdf)), files.pdf)
    expect(await objects.find(key(files.pdf))).toEqual({ size: files.pdf.length, sha256: sha(files.pdf) })
  })

  it('refuse other bytes, another size and a second time', async () => {
    const { objects, upload } = open()
    const signed = await objects.signPut(key(files.png), promised(files.png))
    await expect(upload(signed, Buffer.alloc(files.png.length))).rejects.toThrow()
    await expect(upload(signed, Buffer.concat([files.png, files.png]))).rejects.toThrow()
    expect(await objects.find(key(files.png))).toBeUndefined()
    await upload(signed, files.png)
    await expect(upload(signed, files.png)).rejects.toThrow()
  })

  it('are read as a whole for what they are now, or are not there', async () => {
    const { objects, upload } = open()
    expect(await objects.body(key(files.zip))).toBeUndefined()
    await upload(await objects.signPut(key(files.zip), promised(files.zip)), files.zip)
    expect(await objects.body(key(files.zip))).toEqual({ size: files.zip.length, sha256: sha(files.zip) })
  })

  it('give parts, shorter where the object ends', async () => {
    const { objects, upload } = open()
    await upload(await objects.signPut(key(files.docx), promised(files.docx)), files.docx)
    const end = files.docx.length
    expect(Buffer.from(await objects.read(key(files.docx), 2, 6))).toEqual(files.docx.subarray(2, 6))
    expect(Buffer.from(await objects.read(key(files.docx), end - 3, end + 10))).toEqual(files.docx.subarray(end - 3))
    expect(await objects.read(key(files.docx), end + 1, end + 5)).toHaveLength(0)
    expect(await objects.read(key(files.docx), 5, 5)).toHaveLength(0)
  })
})

describe('a signed address', () => {
  const objects = () => s3Objects()
  const key = keyOf('signed', sha(files.zip))

  it('binds checksum, type, length and newness', async () => {
    const signed = await objects().signPut(key, promised(files.zip))
    const names = new URL(signed.url).searchParams.get('X-Amz-SignedHeaders')?.split(';')
    expect(names).toEqual([
      'cache-control',
      'content-disposition',
      'content-encoding',
      'content-language',
      'content-length',
      'content-type',
      'expires',
      'host',
      'if-none-match',
      'x-amz-checksum-sha256',
    ])
    expect(new URL(signed.url).searchParams.get('X-Amz-Expires')).toBe('900')
    expect([...new URL(signed.url).searchParams.keys()].filter((one) => /checksum/i.test(one))).toEqual([])
    expect((await put(signed, files.zip, { 'content-type': 'text/html' })).status).toBe(403)
    expect((await put(signed, files.zip, { origin: ORIGIN, 'if-none-match': '' })).status).toBe(403)
    expect((await put({ ...signed, url: `${signed.url}0` }, files.zip)).status).toBe(403)
  })

  it.each([
    ['content-type', 'text/html'],
    ['content-encoding', 'gzip'],
    ['content-encoding', 'identity, gzip'],
    ['content-disposition', 'inline'],
    ['content-language', 'en'],
    ['cache-control', 'public, max-age=31536000'],
    ['expires', 'Fri, 01 Jan 2100 00:00:00 GMT'],
    ['x-amz-meta-note', 'x'],
    ['x-amz-tagging', 'rejected=false'],
    ['x-amz-acl', 'public-read'],
    ['x-amz-grant-read', 'uri="http://acs.amazonaws.com/groups/global/AllUsers"'],
    ['x-amz-storage-class', 'DEEP_ARCHIVE'],
    ['x-amz-website-redirect-location', 'https://example.com/'],
    ['x-amz-server-side-encryption-customer-algorithm', 'AES256'],
    ['x-amz-object-lock-mode', 'COMPLIANCE'],
    ['x-amz-copy-source', '/evidence/other'],
  ])('refuses %s: %s from whoever sends, and nothing is stored', async (header, value) => {
    const bytes = Buffer.from(`${header}: ${value}`)
    const own = keyOf('signed', sha(bytes))
    const signed = await objects().signPut(own, promised(bytes))
    expect((await put(signed, bytes, { [header]: value })).status).toBe(403)
    expect(await objects().find(own)).toBeUndefined()
  })

  // What fetch says by itself beside If-None-Match cannot be left out here; another value of it is refused above.
  it.each(Object.keys(UPLOAD_HEADERS).filter((one) => one !== 'cache-control'))(
    'refuses an upload that leaves %s out',
    async (header) => {
      const bytes = Buffer.from(`without ${header}`)
      const { url, headers } = await objects().signPut(keyOf('signed', sha(bytes)), promised(bytes))
      const { [header]: _, ...others } = headers
      expect((await put({ url, headers: others }, bytes)).status).toBe(403)
      expect(await objects().find(keyOf('signed', sha(bytes)))).toBeUndefined()
    },
  )

  it('begins no upload in parts, and sends none', async () => {
    const bytes = Buffer.from('in parts')
    const { url, headers } = await objects().signPut(keyOf('signed', sha(bytes)), promised(bytes))
    const body = Buffer.from(bytes)
    expect((await fetch(`${url}&uploads=`, { method: 'POST', headers, body })).status).toBe(403)
    expect((await fetch(`${url}&partNumber=1&uploadId=x`, { method: 'PUT', headers, body })).status).toBe(403)
    expect(await objects().find(keyOf('signed', sha(bytes)))).toBeUndefined()
  })

  it('gives nothing that was stored beside the bytes', async () => {
    const own = keyOf('signed', sha(files.tif))
    const stored = { CacheControl: 'public', ContentEncoding: 'gzip', ContentLanguage: 'en', ContentType: 'text/html' }
    await client.send(new PutObjectCommand({ Bucket: 'evidence', Key: own, Body: files.tif, ...stored }))
    const shown = { name: '扫描.tif', contentType: 'image/tiff', inline: false }
    const answer = await fetch(await objects().signGet(own, shown))
    const told = ['cache-control', 'content-encoding', 'content-language', 'content-type', 'expires'] as const
    expect(told.map((name) => answer.headers.get(name))).toEqual([
      'no-store',
      'identity',
      'zh-CN',
      'image/tiff',
      'Thu, 01 Jan 1970 00:00:00 GMT',
    ])
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(files.tif)
  })

  it('gives the bytes under their Chinese name and verified type', async () => {
    const signed = await objects().signPut(key, promised(files.zip))
    expect((await put(signed, files.zip)).status).toBe(200)
    const answer = await fetch(
      await objects().signGet(key, { name: '普法材料.zip', contentType: 'application/zip', inline: false }),
    )
    expect(answer.headers.get('content-type')).toBe('application/zip')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('普法材料')}.zip`,
    )
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(files.zip)
  })
})
