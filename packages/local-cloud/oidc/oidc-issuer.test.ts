import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { logIn } from './login.ts'
import { type OidcIssuer, oidcIssuer } from './oidc-issuer.ts'

const AUDIENCE = 'urn:shifan:api'
const clientId = 'shifan-console'
const accounts = [
  { id: 'wang', name: '王芳', role: '法制办经办人' },
  { id: 'li', name: '李强', role: '单位经办人', unit: '大庄镇' },
  { id: 'zhao', name: '赵敏', role: '单位法制员', unit: '大庄镇' },
  { id: 'x', name: '<b>"引号"&', role: '单位负责人', unit: '屏山镇' },
]

type Running = { issuer: string; redirectUri: string; server: Server; oidc: OidcIssuer }
async function start(data: string, port = 0): Promise<Running> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const redirectUri = `${origin}/console/callback`
  const issuer = `${origin}/oidc`
  const oidc = oidcIssuer({ issuer, accounts, county: '泗县', audience: AUDIENCE, redirectUris: [redirectUri], data })
  server.on('request', (request, response) => void oidc.handle(request, response))
  return { issuer, redirectUri, server, oidc }
}

let data: string
let it: Running
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'oidc-'))
  it = await start(data)
})
afterAll(async () => {
  it.server.closeAllConnections()
  it.server.close()
  await rm(data, { recursive: true })
})
const logInAs = (account: string, more: object = {}) =>
  logIn({ issuer: it.issuer, clientId, redirectUri: it.redirectUri, audience: AUDIENCE, account, ...more })
const discovery = async () => (await fetch(`${it.issuer}/.well-known/openid-configuration`)).json()
const remote = async () => createRemoteJWKSet(new URL((await discovery()).jwks_uri))

const verifier = randomBytes(32).toString('base64url')
const request = (more: Record<string, string> = {}) => ({
  client_id: clientId,
  redirect_uri: it.redirectUri,
  response_type: 'code',
  scope: 'openid profile offline_access',
  state: 's',
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
  ...more,
})
const authorize = (parameters: Record<string, string>) =>
  fetch(`${it.issuer}/auth?${new URLSearchParams(parameters)}`, { redirect: 'manual' })

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')

/** Opens the login page as a browser does. */
async function loginPage() {
  const response = await authorize(request())
  const cookie = cookiesOf(response)
  const url = new URL(response.headers.get('location')!, it.issuer).href
  return { url, cookie, read: async (search = '') => (await fetch(url + search, { headers: { cookie } })).text() }
}

/** Goes through the login page; answers the code and the session's cookies. */
async function enter(account: string) {
  const { url, cookie } = await loginPage()
  const body = new URLSearchParams({ account })
  const posted = await fetch(url, { method: 'POST', body, headers: { cookie }, redirect: 'manual' })
  const resumed = await fetch(posted.headers.get('location')!, { headers: { cookie }, redirect: 'manual' })
  return { code: new URL(resumed.headers.get('location')!).searchParams.get('code')!, cookie: cookiesOf(resumed) }
}

describe('a login', () => {
  test('gives an access token that the published keys verify, for 900 seconds', async () => {
    const { accessToken } = await logInAs('li')
    const { payload, protectedHeader } = await jwtVerify(accessToken, await remote(), {
      issuer: it.issuer,
      audience: AUDIENCE,
    })
    expect(payload).toMatchObject({ sub: 'li', client_id: clientId })
    expect(payload.exp! - payload.iat!).toBe(900)
    expect(protectedHeader.alg).toBe('RS256')
    await jwtVerify(accessToken, createLocalJWKSet(it.oidc.jwks as any), { issuer: it.issuer })
    await expect(jwtVerify(accessToken, await remote(), { audience: 'urn:other' })).rejects.toThrow('aud')
  })

  test('is renewed, again and again', async () => {
    const session = await logInAs('wang')
    const first = session.accessToken
    expect(await session.refresh()).not.toBe(first)
    expect(await session.refresh()).toBe(session.accessToken)
    expect(decodeJwt(session.accessToken)).toMatchObject({ sub: 'wang', aud: AUDIENCE })
  })

  test('of an account that is not there is refused in words', async () => {
    await expect(logInAs('nobody')).rejects.toThrow(/nobody could not log in: 400 .*没有这个演示账号/)
  })

  test('for another audience, redirect or client is refused', async () => {
    await expect(logInAs('li', { audience: 'urn:other' })).rejects.toThrow('invalid_target')
    await expect(logInAs('li', { redirectUri: 'http://127.0.0.1:9/console/callback' })).rejects.toThrow('redirect_uri')
    await expect(logInAs('li', { clientId: 'other' })).rejects.toThrow('invalid_client')
  })
})

describe('PKCE', () => {
  test('is required, and only as S256', async () => {
    const { code_challenge, code_challenge_method, ...without } = request()
    for (const parameters of [without, { ...without, code_challenge: verifier, code_challenge_method: 'plain' }]) {
      const response = await authorize(parameters)
      expect(new URL(response.headers.get('location')!).searchParams.get('error')).toBe('invalid_request')
    }
    expect((await discovery()).code_challenge_methods_supported).toEqual(['S256'])
  })

  test('a wrong verifier gets no token, the right one does once, and only our origin may read it', async () => {
    const exchange = (code: string, code_verifier: string, origin = new URL(it.issuer).origin) =>
      fetch(`${it.issuer}/token`, {
        method: 'POST',
        headers: { origin },
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          client_id: clientId,
          redirect_uri: it.redirectUri,
          code,
          code_verifier,
        }),
      })
    const newCode = async () => (await enter('zhao')).code
    const wrong = await exchange(await newCode(), randomBytes(32).toString('base64url'))
    expect([wrong.status, (await wrong.json()).error]).toEqual([400, 'invalid_grant'])

    const code = await newCode()
    const right = await exchange(code, verifier)
    const tokens = await right.json()
    expect(right.headers.get('access-control-allow-origin')).toBe(new URL(it.issuer).origin)
    const id = await jwtVerify(tokens.id_token, await remote(), { issuer: it.issuer, audience: clientId })
    expect(id.payload).toMatchObject({ sub: 'zhao', name: '赵敏' })
    expect((await exchange(code, verifier)).status).toBe(400)

    const stranger = await exchange(await newCode(), verifier, 'https://example.com')
    expect([stranger.status, stranger.headers.get('access-control-allow-origin')]).toEqual([400, null])
  })
})

test('a refresh token is used once; a second use ends the login', async () => {
  const refresh = async (token: string) => {
    const body = new URLSearchParams({ grant_type: 'refresh_token', client_id: clientId, refresh_token: token })
    return (await fetch(`${it.issuer}/token`, { method: 'POST', body })).json()
  }
  const grant = {
    grant_type: 'authorization_code',
    client_id: clientId,
    redirect_uri: it.redirectUri,
    code_verifier: verifier,
  }
  const { code } = await enter('li')
  const first = await (
    await fetch(`${it.issuer}/token`, { method: 'POST', body: new URLSearchParams({ ...grant, code }) })
  ).json()
  const second = await refresh(first.refresh_token)
  expect(decodeJwt(second.access_token)).toMatchObject({ sub: 'li', aud: AUDIENCE })
  expect((await refresh(first.refresh_token)).error).toBe('invalid_grant')
  expect((await refresh(second.refresh_token)).error).toBe('invalid_grant')
})

describe('the login page', () => {
  test('lists everybody by unit, escapes what it shows, and needs no script', async () => {
    const page = await (await loginPage()).read()
    expect([...page.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, unit]) => unit)).toEqual(['县级机关', '大庄镇', '屏山镇'])
    expect(page).toContain('<h1>泗县：选择演示账号</h1>')
    expect(page).toContain('<title>泗县演示账号登录</title>')
    expect(page.match(/name="account"/g)).toHaveLength(4)
    expect(page).toContain('<b>&lt;b&gt;&quot;引号&quot;&amp;</b>')
    expect(page).not.toContain('<script')
  })

  test('finds by name, role and unit together, and says when it finds nobody', async () => {
    const { read } = await loginPage()
    const search = async (q: string) =>
      [...(await read(`?${new URLSearchParams({ q })}`)).matchAll(/account" value="(.*?)"/g)].map(([, id]) => id)
    expect(await search('大庄')).toEqual(['li', 'zhao'])
    expect(await search(' 大庄  法制员 ')).toEqual(['zhao'])
    expect(await search('县级')).toEqual(['wang'])
    expect(await search('无此人')).toEqual([])
    expect(await read('?q=%3Ci%3E')).toContain('没有找到“&lt;i&gt;”')
  })

  test('without its cookie, or after its time, is a page that says what to do', async () => {
    const { url } = await loginPage()
    const response = await fetch(url)
    expect([response.status, (await response.text()).includes('这次登录已经过期')]).toEqual([400, true])
  })

  test('a wrong redirect is shown, never followed', async () => {
    const response = await authorize(request({ redirect_uri: 'https://example.com/' }))
    expect([response.status, response.headers.get('location')]).toEqual([400, null])
    expect(await response.text()).toContain('登录请求不正确')
  })
})

test('a logout asks first, in Chinese, and leads back to the console', async () => {
  const back = new URL('/console/', it.issuer).href
  const { cookie } = await enter('li')
  const leave = (to: string) =>
    fetch(`${it.issuer}/session/end?${new URLSearchParams({ client_id: clientId, post_logout_redirect_uri: to })}`, {
      headers: { cookie },
    })
  const page = await leave(back)
  const form = await page.text()
  expect(form).toContain('是否退出登录')
  expect(form).not.toContain('<script>')
  const confirmed = await fetch(/action="(.*?)"/.exec(form)![1]!, {
    method: 'POST',
    headers: { cookie: `${cookie}; ${cookiesOf(page)}` },
    body: new URLSearchParams({ xsrf: /name="xsrf" value="(.*?)"/.exec(form)![1]!, logout: 'yes' }),
    redirect: 'manual',
  })
  expect(confirmed.headers.get('location')).toBe(back)
  expect((await leave('https://example.com/')).status).toBe(400)
})

test('a logout that the console has asked for asks nothing again', async () => {
  const { code, cookie } = await enter('li')
  const exchanged = await fetch(`${it.issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      ...{ grant_type: 'authorization_code', client_id: clientId, redirect_uri: it.redirectUri },
      ...{ code, code_verifier: verifier },
    }),
  })
  const { id_token: hint } = await exchanged.json()
  const page = await fetch(`${it.issuer}/session/end?${new URLSearchParams({ id_token_hint: hint })}`, {
    headers: { cookie },
  })
  expect(await page.text()).toContain("<script>document.querySelector('button.main').click()</script>")
})

test('a token given before a restart stays valid after it', async () => {
  const { accessToken } = await logInAs('li')
  const port = Number(new URL(it.issuer).port)
  it.server.closeAllConnections()
  await new Promise((closed) => it.server.close(closed))
  it = await start(data, port)
  // fetch may still hold a connection to the former server.
  while (!(await discovery().catch(() => undefined)));
  await jwtVerify(accessToken, await remote(), { issuer: it.issuer, audience: AUDIENCE })
  expect(decodeJwt((await logInAs('li')).accessToken).sub).toBe('li')
})

test('an audience that no resource parameter could name is refused at the start', () => {
  const wrong = {
    issuer: 'http://localhost:1/oidc',
    accounts,
    county: '泗县',
    audience: 'shifan-api',
    redirectUris: [],
    data,
  }
  expect(() => oidcIssuer(wrong)).toThrow(
    'the audience must be an absolute URI such as urn:shifan:api, received shifan-api',
  )
})
