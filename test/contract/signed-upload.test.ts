/** What an address for an upload binds, on every engine that answers like S3: signed by the product's own code. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { TOLD_HEADERS } from '#evidence/upload-headers.ts'
import type { Signed } from '../../services/evidence/objects.ts'
import { s3Signing } from '../../services/evidence/s3-signing.ts'
import { s3Stored } from '../../services/evidence/s3-stored.ts'
import { ORIGIN, type S3Engine, s3Engines } from './s3-engine.ts'

/** Where an engine answers otherwise than S3, and how. */
const DIFFERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  MiniStack: {
    // It does not look for headers that nobody signed.
    'another x-amz header': '200',
    // All its regions have one address, so the credential says to which the request goes, and the bucket is not there.
    'another region': '301 PermanentRedirect',
  },
}

describe.each(s3Engines)('a signed address of %s', (engineName, open) => {
  let engine: S3Engine
  beforeAll(async () => {
    engine = await open()
  })
  afterAll(() => engine.close())

  const signing = () => s3Signing({ client: engine.connect(), bucket: engine.bucket })
  const stored = () => s3Stored({ client: engine.connect(), bucket: engine.bucket })
  let count = 0
  const paper = () => {
    const bytes = Buffer.from(`普法责任清单 ${++count}`)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { bytes, sha256, key: `evidence/dazhuang/${sha256}`, size: bytes.length, contentType: 'application/pdf' }
  }
  const send = async ({ url, headers }: Signed, body: Buffer<ArrayBuffer>, more: Record<string, string> = {}) => {
    const sent = Object.entries({ ...headers, ...more }).filter(([, value]) => value !== '')
    const answer = await fetch(url, { method: 'PUT', headers: Object.fromEntries(sent), body })
    const [, code = ''] = /<Code>(\w+)<\/Code>/.exec(await answer.text()) ?? []
    return `${answer.status} ${code}`.trim()
  }
  const asS3 = (what: string, answer: string) => DIFFERS[engineName]?.[what] ?? answer

  it('takes exactly the promised bytes, once, and keeps their digest', async () => {
    const { key, bytes, ...put } = paper()
    const signed = await signing().signPut(key, put)
    expect(await send(signed, bytes)).toBe('200')
    expect(await send(signed, bytes)).toBe('412 PreconditionFailed')
    expect(await stored().find(key)).toEqual({ size: bytes.length, sha256: put.sha256 })
  })

  it.each<[string, Record<string, string>, (bytes: Buffer) => Buffer<ArrayBuffer>, string]>([
    ['other bytes of the same length', {}, (bytes) => Buffer.alloc(bytes.length), '400 BadDigest'],
    ['more bytes', {}, (bytes) => Buffer.concat([bytes, bytes]), '403 SignatureDoesNotMatch'],
    ['fewer bytes', {}, (bytes) => Buffer.from(bytes.subarray(1)), '403 SignatureDoesNotMatch'],
    ['no bytes', {}, () => Buffer.alloc(0), '403 SignatureDoesNotMatch'],
    ['another type', { 'content-type': 'text/html' }, (bytes) => Buffer.from(bytes), '403 SignatureDoesNotMatch'],
    ['another digest', { 'x-amz-checksum-sha256': 'AAAA' }, (bytes) => Buffer.from(bytes), '403 SignatureDoesNotMatch'],
    ['no digest', { 'x-amz-checksum-sha256': '' }, (bytes) => Buffer.from(bytes), '403 SignatureDoesNotMatch'],
    ['to replace', { 'if-none-match': '' }, (bytes) => Buffer.from(bytes), '403 SignatureDoesNotMatch'],
    ['an encoding', { 'content-encoding': 'gzip' }, (bytes) => Buffer.from(bytes), '403 SignatureDoesNotMatch'],
    ['no encoding', { 'content-encoding': '' }, (bytes) => Buffer.from(bytes), '403 SignatureDoesNotMatch'],
    ['a disposition', { 'content-disposition': 'inline' }, (bytes) => Buffer.from(bytes), '403 SignatureDoesNotMatch'],
    ['a language', { 'content-language': 'en' }, (bytes) => Buffer.from(bytes), '403 SignatureDoesNotMatch'],
    ['a cache', { 'cache-control': 'public' }, (bytes) => Buffer.from(bytes), '403 SignatureDoesNotMatch'],
    [
      'a date',
      { expires: 'Fri, 01 Jan 2100 00:00:00 GMT' },
      (bytes) => Buffer.from(bytes),
      '403 SignatureDoesNotMatch',
    ],
    ['another x-amz header', { 'x-amz-meta-note': 'x' }, (bytes) => Buffer.from(bytes), '403 AccessDenied'],
  ])('refuses %s', async (what, headers, body, answer) => {
    const { key, bytes, ...put } = paper()
    expect(await send(await signing().signPut(key, put), body(bytes), headers)).toBe(asS3(what, answer))
    if (asS3(what, answer) !== '200') expect(await stored().find(key)).toBeUndefined()
  })

  it('is worth nothing for another key, for another region, altered or expired', async () => {
    const { key, bytes, ...put } = paper()
    const signed = await signing().signPut(key, put)
    const elsewhere = { ...signed, url: signed.url.replace('dazhuang', 'caogou') }
    expect(await send(elsewhere, bytes)).toBe('403 SignatureDoesNotMatch')
    const longer = { ...signed, url: signed.url.replace('X-Amz-Expires=900', 'X-Amz-Expires=9000') }
    expect(await send(longer, bytes)).toBe('403 SignatureDoesNotMatch')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 16 * 60_000 })
    const late = await signing().signPut(key, put)
    vi.useRealTimers()
    expect(await send(late, bytes)).toBe('403 AccessDenied')
    const client = engine.connect({ region: 'eu-west-1' })
    const foreign = await s3Signing({ client, bucket: engine.bucket }).signPut(key, put)
    expect(await send(foreign, bytes)).toBe(asS3('another region', '400 AuthorizationQueryParametersError'))
    expect(await stored().find(key)).toBeUndefined()
  })

  it('lets one of twenty racing browsers win', async () => {
    const { key, bytes, ...put } = paper()
    const signed = await signing().signPut(key, put)
    const told = await Promise.all(Array.from({ length: 20 }, () => send(signed, bytes)))
    expect(told.filter((one) => one === '200')).toHaveLength(1)
    // S3 tells who came while another was writing: 409; who came after: 412.
    expect(told.filter((one) => /^(412|409)/.test(one))).toHaveLength(19)
  })

  it('asks browsers of our origin only, with the headers it is signed over', async () => {
    const { key, sha256: _, bytes: __, ...put } = paper()
    const { url } = await signing().signPut(key, { ...put, sha256: '0'.repeat(64) })
    const allowed = async (origin: string, headers: string, method = 'PUT') => {
      const preflight = { origin, 'access-control-request-method': method, 'access-control-request-headers': headers }
      return (await fetch(url, { method: 'OPTIONS', headers: preflight })).headers.get('access-control-allow-origin')
    }
    const signed = TOLD_HEADERS.join(',')
    expect(await allowed(ORIGIN, signed)).toBe(ORIGIN)
    expect(await allowed('https://shifan.example.com', signed)).toBeNull()
    expect(await allowed(ORIGIN, `${signed},x-amz-acl`)).toBeNull()
    expect(await allowed(ORIGIN, signed, 'DELETE')).toBeNull()
  })
})
