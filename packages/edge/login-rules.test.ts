import { expect, it } from 'vitest'
import { httpEvent } from './http-event.ts'
import { httpRequest } from './http-request.ts'
import { type LoginRules, loginRulesIn, mustBeGoodLogin } from './login-rules.ts'

const LOGIN = { issuer: 'https://login.example', subject: 'clerk' }
const asked = (claims: Record<string, string>, rules: LoginRules = {}) =>
  mustBeGoodLogin(
    httpRequest(httpEvent({ path: '/api/me', at: '2018-05-08T09:00:00+08:00', login: { ...LOGIN, ...claims } })),
    rules,
  )
const TWO = { secondFactor: { acr: ['urn:county:two'], amr: ['otp', 'hwk'] } }

it('asks nothing of how somebody logged in where the county does not', () => {
  asked({})
  asked({ acr: 'whatever', amr: '[pwd]' })
})

it.each([{}, { acr: 'urn:county:one' }, { amr: '[pwd]' }, { amr: '[xotp]' }, { acr: 'urn:county:two2' }])(
  'refuses a login by one factor, %j, where the county demands two',
  (claims) => {
    expect(() => asked(claims, TWO)).toThrow('本县要求双因素认证，您这次登录只用了一种方式')
  },
)

it.each([{ acr: 'urn:county:two' }, { amr: '[pwd otp]' }, { amr: 'hwk' }, { acr: '0', amr: '[hwk]' }])(
  'takes %j there',
  (claims) => asked(claims, TWO),
)

it.each(['', 'never', '-1'])('refuses a login whose end is “%s”', (exp) => {
  expect(() => asked({ exp })).toThrow('登录凭据没有写明有效期，不能使用')
})

it('refuses one of nobody', () => {
  expect(() => mustBeGoodLogin(httpRequest(httpEvent({ path: '/api/me', at: '2018-05-08T01:00:00Z' })), {})).toThrow(
    '请先登录',
  )
})

it('reads what the county demands from the function’s variables, and starts with nothing that is wrong', () => {
  expect(loginRulesIn({})).toEqual({})
  expect(loginRulesIn({ SECOND_FACTOR: '{"amr":["otp"]}' })).toEqual({ secondFactor: { acr: [], amr: ['otp'] } })
  expect(() => loginRulesIn({ SECOND_FACTOR: '{}' })).toThrow('至少写一个acr或amr的值')
})
