import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3ClientConfig } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LARGEST } from './s3-body.ts'
import { ORIGIN, type TestFront, testFront } from './s3-front-for-tests.ts'

const Bucket = 'evidence'
const body = '普法责任清单'
const digest = createHash('sha256').update(body).digest('base64')
const promised = { 'content-type': 'application/pdf', 'if-none-match': '*', 'x-amz-checksum-sha256': digest }

let it: TestFront
let now = () => new Date()
beforeAll(async () => {
  it = await testFront({ now: () => now() })
})
afterAll(async () => {
  await it.front.close()
  await rm(it.data, { recursive: true })
})

/** A ticket as the product signs it: exact checksum, length, type, and only if nothing is there. */
const ticket = (Key: string, caller = 'uploader', config: S3ClientConfig = {}) =>
  getSignedUrl(
    it.client(caller, { requestChecksumCalculation: 'WHEN_REQUIRED', ...config }),
    new PutObjectCommand({
      Bucket,
      Key,
      ContentType: 'application/pdf',
      ContentLength: Buffer.byteLength(body),
      ChecksumSHA256: digest,
      IfNoneMatch: '*',
    }),
    {
      expiresIn: 300,
      unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
      signableHeaders: new Set(['host', 'content-type', 'content-length', 'if-none-match', 'x-amz-checksum-sha256']),
    },
  )
const send = async (url: string, headers: Record<string, string> = promised, bytes: string = body) => {
  const response = await fetch(url, { method: 'PUT', headers, body: bytes })
  const text = await response.text()
  return `${response.status} ${/<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? ''}`.trim()
}
const key = (name: string) => `evidence/dazhuang/${name}`

describe('a ticket', () => {
  test('takes exactly what it promises, once, and the sha256 is kept', async () => {
    const url = await ticket(key('kept'))
    expect(await send(url)).toBe('200')
    expect(await send(url)).toBe('412 PreconditionFailed')
    const head = await it
      .client('reader')
      .send(new HeadObjectCommand({ Bucket, Key: key('kept'), ChecksumMode: 'ENABLED' }))
    expect(head).toMatchObject({ ChecksumSHA256: digest, ContentLength: 18, ContentType: 'application/pdf' })
    expect(it.created).toContainEqual(expect.objectContaining({ bucket: Bucket, key: key('kept'), size: 18 }))
  })

  test.each<[string, Record<string, string>, string, string]>([
    ['other bytes of the same length', promised, '普法责任清草', '400 BadDigest'],
    ['more bytes', promised, `${body}!`, '403 SignatureDoesNotMatch'],
    ['no bytes', promised, '', '403 SignatureDoesNotMatch'],
    ['another type', { ...promised, 'content-type': 'text/html' }, body, '403 SignatureDoesNotMatch'],
    ['another checksum', { ...promised, 'x-amz-checksum-sha256': 'AAAA' }, body, '403 SignatureDoesNotMatch'],
    ['no checksum', { 'content-type': 'application/pdf', 'if-none-match': '*' }, body, '403 SignatureDoesNotMatch'],
    [
      'no If-None-Match',
      { 'content-type': 'application/pdf', 'x-amz-checksum-sha256': digest },
      body,
      '403 SignatureDoesNotMatch',
    ],
    ['an unsigned x-amz header', { ...promised, 'x-amz-meta-note': 'x' }, body, '403 AccessDenied'],
  ])('refuses %s', async (name, headers, bytes, expected) => {
    expect(await send(await ticket(key(name)), headers, bytes)).toBe(expected)
    const head = it.client('clerk').send(new HeadObjectCommand({ Bucket, Key: key(name) }))
    await expect(head).rejects.toMatchObject({ name: 'NotFound' })
  })

  test.each([
    ['X-Amz-Credential', '400 AuthorizationQueryParametersError'],
    ['X-Amz-Date', '400 AuthorizationQueryParametersError'],
    ['X-Amz-SignedHeaders', '400 AuthorizationQueryParametersError'],
    ['X-Amz-Signature', '400 AuthorizationQueryParametersError'],
    ['X-Amz-Expires', '400 AuthorizationQueryParametersError'],
    ['X-Amz-Content-Sha256', '403 SignatureDoesNotMatch'],
  ])('without %s is refused: %s', async (name, expected) => {
    const url = new URL(await ticket(key('stripped')))
    url.searchParams.delete(name)
    expect(await send(url.href)).toBe(expected)
  })

  test('is refused when altered, expired, signed for another region, or by a role without the right', async () => {
    const url = await ticket(key('altered'))
    expect(await send(url.replace('altered', 'elsewhere'))).toBe('403 SignatureDoesNotMatch')
    expect(await send(url.replace('Expires=300', 'Expires=301'))).toBe('403 SignatureDoesNotMatch')
    expect(await send(await ticket(key('region'), 'uploader', { region: 'us-east-1' }))).toBe(
      '400 AuthorizationQueryParametersError',
    )
    expect(await send(await ticket(key('reader'), 'reader'))).toBe('403 AccessDenied')
    now = () => new Date(Date.now() + 302_000)
    expect(await send(url)).toBe('403 AccessDenied')
    now = () => new Date()
    expect(await send(url)).toBe('200')
  })

  test('with a checksum moved into the query is refused with the reason: S3 would not heed it', async () => {
    const careless = await getSignedUrl(it.client('uploader'), new PutObjectCommand({ Bucket, Key: key('hoisted') }))
    const response = await fetch(careless, { method: 'PUT', body })
    expect(response.status).toBe(400)
    expect(await response.text()).toMatch(/x-amz-checksum-crc32 stands in the query.*unhoistableHeaders/s)
  })

  test('of 20 racing browsers with one ticket lets exactly one win', async () => {
    const url = await ticket(key('race'))
    const told = await Promise.all(Array.from({ length: 20 }, () => send(url)))
    expect(told.filter((one) => one === '200')).toHaveLength(1)
    expect(told.filter((one) => one === '412 PreconditionFailed')).toHaveLength(19)
  })
})

describe('a signed GET', () => {
  const signed = (ResponseContentDisposition: string) =>
    getSignedUrl(it.client('reader'), new GetObjectCommand({ Bucket, Key: key('named'), ResponseContentDisposition }))

  test('gives the file its Chinese name', async () => {
    await it.front.putObject(Bucket, key('named'), body, 'application/pdf')
    const name = `attachment; filename="file.pdf"; filename*=UTF-8''${encodeURIComponent('普法责任清单 (2018).pdf')}`
    const response = await fetch(await signed(name), { headers: { origin: ORIGIN } })
    expect(response.headers.get('content-disposition')).toBe(name)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN)
    expect(await response.text()).toBe(body)
  })

  test('refuses a name that no header can carry, or that breaks out of one', async () => {
    for (const name of ['attachment; filename="普法.pdf"', 'attachment\r\nset-cookie: a=b']) {
      const response = await fetch(await signed(name))
      expect([response.status, /InvalidArgument/.test(await response.text())]).toEqual([400, true])
    }
  })
})

describe('preflight', () => {
  const preflight = async (method: string, headers: string, origin = ORIGIN, bucket = Bucket) => {
    const response = await fetch(`${it.endpoint}/${bucket}/${key('any')}`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': headers },
    })
    return [
      response.status,
      ...['origin', 'methods', 'headers'].map((name) => response.headers.get(`access-control-allow-${name}`)),
    ]
  }

  test('allows what the rule names, and only that', async () => {
    const headers = 'content-type, x-amz-checksum-sha256'
    expect(await preflight('PUT', headers)).toEqual([200, ORIGIN, 'PUT, GET', headers])
    const refused = [403, null, null, null]
    expect(await preflight('DELETE', '')).toEqual(refused)
    expect(await preflight('PUT', 'content-type, x-amz-acl')).toEqual(refused)
    expect(await preflight('PUT', headers, 'https://example.com')).toEqual(refused)
    expect(await preflight('PUT', headers, `${ORIGIN}.example.com`)).toEqual(refused)
    expect(await preflight('PUT', headers, ORIGIN, 'site')).toEqual(refused)
  })

  test('an answer to another origin, and to a method no rule names, carries no permission; a refusal to ours does', async () => {
    const url = await ticket(key('cors'))
    const origin = async (from: string, headers: Record<string, string>) =>
      (await fetch(url, { method: 'PUT', body, headers: { ...headers, origin: from } })).headers.get(
        'access-control-allow-origin',
      )
    expect(await origin('https://example.com', promised)).toBeNull()
    expect(await origin(ORIGIN, { ...promised, 'content-type': 'text/html' })).toBe(ORIGIN)
  })
})

describe('errors', () => {
  test("are S3's XML, with nothing of the request unescaped", async () => {
    const response = await fetch(`${it.endpoint}/${Bucket}/a<b>&`)
    expect([response.status, response.headers.get('content-type')]).toEqual([403, 'application/xml'])
    expect(await response.text()).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<Error><Code>AccessDenied<\/Code><Message>[^<]+<\/Message><Resource>\/evidence\/a%3Cb%3E&amp;<\/Resource><RequestId>local-\d+<\/RequestId><\/Error>$/,
    )
  })

  test('what S3 knows and this front does not is refused, not ignored', async () => {
    const acl = it.client('clerk').send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'a', ACL: 'public-read' }))
    await expect(acl).rejects.toMatchObject({ name: 'NotImplemented' })
    const version = it.client('clerk').send(new GetObjectCommand({ Bucket, Key: 'a', VersionId: '1' }))
    await expect(version).rejects.toMatchObject({ name: 'NotImplemented' })
  })

  test('a form that posts a file is refused, whatever policy it brings along, and nothing of it is kept', async () => {
    const scope = `uploader/${new Date().toISOString().slice(0, 10).replaceAll('-', '')}/cn-north-1/s3/aws4_request`
    const policy = { expiration: '2099-01-01T00:00:00Z', conditions: [{ bucket: Bucket }, { key: key('posted') }] }
    const form = new FormData()
    for (const [name, value] of Object.entries({
      key: key('posted'),
      policy: Buffer.from(JSON.stringify(policy)).toString('base64'),
      'x-amz-algorithm': 'AWS4-HMAC-SHA256',
      'x-amz-credential': scope,
      'x-amz-meta-unnamed': 'x',
      file: new Blob([body]),
    }))
      form.set(name, value)
    expect((await fetch(`${it.endpoint}/${Bucket}`, { method: 'POST', body: form })).status).toBe(403)
    const posted = (await ticket(key('posted'))).replace('PutObject', 'PostObject')
    expect((await fetch(posted, { method: 'POST', headers: promised, body })).ok).toBe(false)
    const head = it.client('clerk').send(new HeadObjectCommand({ Bucket, Key: key('posted') }))
    await expect(head).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('an address that cannot be decoded is 400', async () => {
    expect((await fetch(`${it.endpoint}/evidence/%`)).status).toBe(400)
    expect((await fetch(`${it.endpoint}/%E6`, { method: 'OPTIONS' })).status).toBe(400)
  })
})

describe('200 MB', () => {
  const upload = async (size: number) => {
    const Key = key(`large-${size}`)
    const url = await getSignedUrl(
      it.client('uploader', { requestChecksumCalculation: 'WHEN_REQUIRED' }),
      new PutObjectCommand({ Bucket, Key, ContentLength: size }),
      { signableHeaders: new Set(['host', 'content-length']) },
    )
    const chunk = Buffer.alloc(1 << 20)
    return new Promise<number | undefined>((resolve, reject) => {
      const upload = httpRequest(url, { method: 'PUT', headers: { 'content-length': size } }, (response) => {
        response.resume()
        resolve(response.statusCode)
        if (response.statusCode !== 200) upload.destroy()
      })
      upload.on('error', reject)
      let left = size
      const more = () => {
        while (left > 0) {
          const bytes = chunk.subarray(0, Math.min(left, chunk.length))
          left -= bytes.length
          if (!upload.write(bytes)) return upload.once('drain', more)
        }
        upload.end()
      }
      more()
    })
  }

  test('are streamed to disk without being held in memory; one byte more is refused', async () => {
    const before = process.memoryUsage().rss
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss)
    }, 20)
    expect(await upload(LARGEST)).toBe(200)
    clearInterval(watch)
    expect(most - before).toBeLessThan(150 * 2 ** 20)
    const head = await it.client('clerk').send(new HeadObjectCommand({ Bucket, Key: key(`large-${LARGEST}`) }))
    expect(head.ContentLength).toBe(LARGEST)
    expect(await upload(LARGEST + 1)).toBe(400)
  })
})
