import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FOR_TRAINING } from '#county/organs.ts'
import { ownPapersIn } from './console-files.ts'
import { consolePolicy } from './console-policy.ts'
import { serveSite } from './serve-site.ts'
import type { PublishedPages } from './site-pages.ts'

let folder: string
let console: URL
const script = 'export const greeting = "示范";\n'.repeat(100)
const published = new Map([['public/index.html', '<!doctype html><title>公示</title>']])
const asked: string[] = []
const pages: PublishedPages = {
  get: async (key) => {
    asked.push(key)
    if (key === 'public/broken.html') throw new Error('the bucket does not answer')
    const page = published.get(key)
    return page === undefined ? undefined : { body: Buffer.from(page), contentType: 'text/html; charset=utf-8' }
  },
}
const lines: unknown[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shifan-site-'))
  mkdirSync(join(folder, 'console/assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'not to be served')
  writeFileSync(join(folder, 'console/index.html'), '<!doctype html><title>工作台</title>')
  writeFileSync(join(folder, 'console/assets/index-a1.js'), script)
  writeFileSync(join(folder, 'console/assets/index-b2.js'), script)
  writeFileSync(join(folder, 'console/assets/index-b2.js.br'), brotliCompressSync(script))
  writeFileSync(join(folder, 'console/assets/logo-c3.png'), Buffer.alloc(2000, 1))
  mkdirSync(join(folder, 'console/assets/papers'))
  writeFileSync(join(folder, 'console/assets/papers/notice-0123456789abcdef.docx'), Buffer.alloc(2000, 2))
  console = pathToFileURL(`${join(folder, 'console')}/`)
})
afterAll(() => rmSync(folder, { recursive: true }))

const site = (from = console, more: { training?: string } = {}) =>
  serveSite({
    pages,
    console: from,
    policy: consolePolicy({
      issuer: 'https://login.example/oidc',
      files: ['https://bucket.s3.cn-north-1.amazonaws.com.cn'],
    }),
    configuration: { issuer: 'https://login.example/oidc', clientId: 'c', audience: 'a', county: '泗县', ...more },
    log: (line) => lines.push(line),
  })

async function get(rawPath: string, { accept = '', method = 'GET', from = console, more = {}, query = {} } = {}) {
  const answer = await site(
    from,
    more,
  )({
    rawPath,
    queryStringParameters: query,
    headers: accept ? { 'accept-encoding': accept } : {},
    requestContext: { requestId: 'request-7=', http: { method } },
  })
  const raw = Buffer.from(answer.body, answer.isBase64Encoded ? 'base64' : 'utf8')
  return { status: answer.statusCode, headers: answer.headers, raw, text: raw.toString('utf8') }
}

describe('the console', () => {
  it('is where the origin leads', async () => {
    for (const path of ['/', '/console'])
      expect(await get(path)).toMatchObject({ status: 302, headers: { location: '/console/' } })
  })

  it('is one page for all its places, never kept by the browser', async () => {
    for (const path of ['/console/', '/console/cases/2018-2/dazhuang', '/console/callback']) {
      const { status, headers, text } = await get(path)
      expect([status, headers['content-type'], headers['cache-control']]).toEqual([
        200,
        'text/html; charset=utf-8',
        'no-cache',
      ])
      expect(text).toContain('工作台')
    }
  })

  it('has hashed files that are kept for good, and says so when one is gone', async () => {
    const { status, headers, text } = await get('/console/assets/index-a1.js')
    expect([status, text]).toEqual([200, script])
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(await get('/console/assets/index-old.js')).toMatchObject({ status: 404 })
  })

  it('is sent packed where the browser can unpack it', async () => {
    const packed = await get('/console/assets/index-a1.js', { accept: 'gzip, deflate, br' })
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(packed.raw).toString()).toBe(script)
    const brotli = await get('/console/assets/index-b2.js', { accept: 'gzip, deflate, br' })
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(brotli.raw).toString()).toBe(script)
    for (const accept of ['', 'identity', 'gzip;q=0, br;q=0'])
      expect((await get('/console/assets/index-b2.js', { accept })).text).toBe(script)
    const image = await get('/console/assets/logo-c3.png', { accept: 'gzip' })
    expect([image.headers['content-encoding'], image.raw.length]).toEqual([undefined, 2000])
  })

  it('has the county’s own forms for papers among its files, and says which', async () => {
    expect(ownPapersIn(console)).toBe('notice-0123456789abcdef')
    expect(ownPapersIn(pathToFileURL(`${folder}/nowhere/`))).toBe('')
    const { status, headers, raw } = await get('/console/assets/papers/notice-0123456789abcdef.docx', {
      accept: 'gzip',
    })
    expect([status, raw.length, headers['content-encoding']]).toEqual([200, 2000, undefined])
    expect(headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(await get('/console/assets/papers/call-0123456789abcdef.docx')).toMatchObject({ status: 404 })
  })

  it('may talk to itself, the issuer and the place of uploads only', async () => {
    const { headers } = await get('/console/')
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'self';")
    expect(policy).toContain("connect-src 'self' https://login.example https://bucket.s3.cn-north-1.amazonaws.com.cn;")
    expect(policy).toContain("frame-src 'self' https://bucket.s3.cn-north-1.amazonaws.com.cn;")
    expect(policy).toMatch(/img-src [^;]*https:\/\/bucket/)
    expect(policy.match(/login\.example/g)).toHaveLength(1)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('that was not built is not there', async () => {
    expect(await get('/console/', { from: pathToFileURL(`${folder}/nowhere/`) })).toMatchObject({ status: 404 })
  })
})

describe('no path leads out of the folder', () => {
  it.each([
    '/console/../secret.txt',
    '/console/%2e%2e/secret.txt',
    '/console/..%2fsecret.txt',
    '/console/%252e%252e/secret.txt',
    '/console/..\\secret.txt',
    '/console/assets/../../secret.txt',
    '/console//secret.txt',
    '/console/secret.txt%00.html',
    '/console/%',
    '/public/../secret.txt',
    '/public/%2e%2e/secret.txt',
  ])('%s', async (path) => {
    expect(await get(path)).toMatchObject({ status: 404 })
    expect(asked.filter((key) => key.includes('..'))).toEqual([])
  })

  it('whatever it is made of', async () => {
    const part = fc.constantFrom('..', '.', '%2e%2e', '%2f', '\\', 'secret.txt', 'assets', 'console', '', '%00', '…')
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
        expect((await get(`/console/${parts.join('/')}`)).text).not.toContain('not to be served')
      }),
    )
  })
})

describe('public pages', () => {
  it('are read from the bucket, without scripts', async () => {
    const { status, headers, text } = await get('/public/index.html')
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(text).toContain('公示')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(await get('/public/')).toMatchObject({ status: 302, headers: { location: '/public/index.html' } })
  })

  it('that are not published get a page that says so', async () => {
    const { status, headers, text } = await get('/public/notices/2018-2/9.html')
    expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
    expect(text).toContain('没有这个页面')
  })

  it('that come with the first call say so until then', async () => {
    const { status, text } = await get('/public/register.html')
    expect(status).toBe(200)
    expect(text).toContain('发布创建通知以后')
  })

  it('that cannot be read give a number and nothing else', async () => {
    const { status, text } = await get('/public/broken.html')
    expect(status).toBe(500)
    expect(text).toContain('request-7=')
    expect(text).not.toContain('bucket')
    expect(lines).toMatchObject([{ id: 'request-7=', message: 'the bucket does not answer' }])
  })
})

describe('the code of a certificate', () => {
  const check = (code?: string) => get('/public/titles/check', { query: code === undefined ? {} : { code } })
  it('leads to the page of its title, however it is copied', async () => {
    for (const typed of ['7F3A-91C0-22DE', '7f3a91c022de', ' 7Ｆ3Ａ－91c0－22de '])
      expect(await check(typed)).toMatchObject({
        status: 302,
        headers: { location: '/public/titles/7F3A-91C0-22DE.html' },
      })
  })
  it('that is none is said to be none, and one that nobody has is nobody’s', async () => {
    expect((await check('7F3A<script>')).text).toContain('收到“7F3Ascript”')
    expect((await check('Ａ')).text).toContain('收到“A”')
    for (const typed of [undefined, '', '证书', '＜'])
      expect((await check(typed)).text, typed).toContain('没有收到其中任何一位。请对照证书输入。')
    const { status, text } = await get('/public/titles/7F3A-91C0-22DE.html')
    expect(status).toBe(404)
    expect(text).toContain('没有查验码为“7F3A-91C0-22DE”的证书')
  })
})

it('says where to log in', async () => {
  const { headers, text } = await get('/config.json')
  expect(JSON.parse(text)).toEqual({
    issuer: 'https://login.example/oidc',
    clientId: 'c',
    audience: 'a',
    county: '泗县',
  })
  expect(headers['cache-control']).toBe('no-store')
})

it('answers an unknown address of the API as the API would, anything else with a page', async () => {
  expect(JSON.parse((await get('/api/nothing')).text)).toMatchObject({ code: 'unknown' })
  expect(await get('/wp-login.php')).toMatchObject({ status: 404 })
})

it('answers HEAD with the same headers and no body', async () => {
  const [whole, head] = [await get('/console/'), await get('/console/', { method: 'HEAD' })]
  expect(head.headers).toEqual(whole.headers)
  expect(head.raw).toHaveLength(0)
})

describe('a county for training', () => {
  const PATHS = ['/public/register.html', '/public/nothing.html', '/nowhere', '/public/broken.html', '/console/x.js']
  it('says so on every page of the site and in what the console reads', async () => {
    const more = { training: FOR_TRAINING }
    for (const path of PATHS) expect((await get(path, { more })).text).toContain(FOR_TRAINING)
    expect(JSON.parse((await get('/config.json', { more })).text).training).toBe(FOR_TRAINING)
  })
  it('is no real one', async () => {
    for (const path of [...PATHS, '/config.json']) expect((await get(path)).text).not.toContain('培训')
  })
})
