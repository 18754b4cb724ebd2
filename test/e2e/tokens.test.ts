/**
 * Which tokens open the county, over HTTP: what the gateway's authorizer judges, what our code asks for beside it. Each is
 * signed by the county's own issuer, unless that is what is wrong with it.
 */
import { createHmac, generateKeyPairSync } from 'node:crypto'
import { importJWK, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { oidcKeys } from '#local-cloud/oidc/oidc-keys.ts'
import { type Laptop, laptopUnderTest } from './laptop-under-test.ts'

const TWO = { acr: ['urn:county:two'], amr: ['otp'] }
let laptop: Laptop
let now: number
beforeAll(async () => {
  // With a key of its own as well: the laptop boots whatever a county's file may say.
  laptop = await laptopUnderTest(['dazhuang'], { secondFactor: TWO, ownKey: true, rootDigest: 'sha256+sm3' })
  now = Math.floor(Date.now() / 1000)
})
afterAll(() => laptop?.cloud.close())

const issuer = () => `${laptop.cloud.addresses.origin}/oidc`
const good = () => ({
  iss: issuer(),
  aud: laptop.county.audience,
  sub: 'clerk-dazhuang',
  iat: now - 5,
  exp: now + 600,
  acr: 'urn:county:two',
})
const keys = () => oidcKeys(`${laptop.data}/issuer`).signing
const coded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token with these claims instead; `undefined` leaves one out. */
async function signed(claims: object = {}, header: object = {}, key: unknown = undefined): Promise<string> {
  const said = JSON.parse(JSON.stringify({ ...good(), ...claims }))
  const signing = key ?? (await importJWK(keys(), 'RS256'))
  const token = new SignJWT(said).setProtectedHeader({ alg: 'RS256', kid: keys().kid, typ: 'at+jwt', ...header })
  return token.sign(signing as CryptoKey)
}
async function ask(token: string) {
  const response = await fetch(`${laptop.cloud.addresses.origin}/api/me`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const body: { error?: string; message?: string } = await response.json()
  return [response.status, body.error ?? body.message ?? 'in']
}

it('opens to a token that is good', async () => {
  expect(await ask(await signed())).toEqual([200, 'in'])
  expect(await ask(await signed({ acr: undefined, amr: ['pwd', 'otp'] }))).toEqual([200, 'in'])
  expect(await ask(await signed({ aud: ['somebody', laptop.county.audience] }))).toEqual([200, 'in'])
})

it('opens to whom the county’s login page lets in', async () => {
  expect(await ask(await laptop.tokenOf('clerk-dazhuang'))).toEqual([200, 'in'])
})

const GATEWAY = [401, 'Unauthorized']
it.each<[string, () => Promise<string>]>([
  ['of another audience', () => signed({ aud: 'urn:other:api' })],
  ['without an audience', () => signed({ aud: undefined })],
  ['for the login page itself, an id token', () => signed({ aud: laptop.county.clientId })],
  ['of another issuer', () => signed({ iss: 'https://login.elsewhere.example' })],
  ['of our issuer with a slash more', () => signed({ iss: `${issuer()}/` })],
  ['without an issuer', () => signed({ iss: undefined })],
  ['that ran out', () => signed({ exp: now - 1 })],
  ['that is not valid yet', () => signed({ nbf: now + 300 })],
  ['that is issued tomorrow', () => signed({ iat: now + 86_400 })],
  ['by a key of the same name that is not the issuer’s', () => signed({}, {}, otherKey('rsa'))],
  ['by a key that the issuer does not have', () => signed({}, { kid: 'other' })],
  ['by no key at all', async () => `${coded({ alg: 'none', kid: keys().kid })}.${coded(good())}.`],
  ['by the public key as a shared secret', async () => shared()],
  ['by an elliptic curve', () => signed({}, { alg: 'ES256' }, otherKey('ec'))],
  ['whose claims were changed', async () => changed(await signed())],
  ['that is none', async () => 'not.a.token'],
])('the gateway is closed to one %s', async (_, make) => {
  expect(await ask(await make())).toEqual(GATEWAY)
})

it.each([undefined])('our code is closed to one without an end, which the gateway need not ask for', async (exp) => {
  expect(await ask(await signed({ exp }))).toEqual([401, expect.stringContaining('登录凭据没有写明有效期')])
})

it.each([{ acr: undefined }, { acr: 'urn:county:one' }, { acr: '0', amr: ['pwd'] }])(
  'our code is closed to one by a single factor, %j',
  async (claims) => {
    expect(await ask(await signed(claims))).toEqual([403, expect.stringContaining('本县要求双因素认证')])
  },
)

const otherKey = (type: 'rsa' | 'ec') =>
  type === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    : generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey

/** The old confusion: HMAC with what everybody can read. */
function shared(): string {
  const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...open } = keys()
  const text = `${coded({ alg: 'HS256', kid: open.kid })}.${coded(good())}`
  return `${text}.${createHmac('sha256', JSON.stringify(open)).update(text).digest('base64url')}`
}
function changed(token: string): string {
  const [header, , signature] = token.split('.')
  return [header, coded({ ...good(), sub: 'office-head' }), signature].join('.')
}
