import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assessmentEndpoints } from '#contracts/assessment/assessment.ts'
import { catalogueEndpoints } from '#contracts/catalogue.ts'
import { consultationEndpoints } from '#contracts/consultation/consultation.ts'
import { dossierEndpoints } from '#contracts/dossier/dossier.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { batchEndpoints } from '#contracts/intake/batch-endpoints.ts'
import { caseEndpoints } from '#contracts/intake/case-endpoints.ts'
import { correctionEndpoints } from '#contracts/intake/correction-endpoints.ts'
import { noticeEndpoints, publicEndpoints } from '#contracts/notice.ts'
import { retentionEndpoints } from '#contracts/personal/retention.ts'
import { callFileEndpoints } from '#contracts/public/call-files.ts'
import { resultsEndpoints } from '#contracts/results/results.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import { titleEndpoints } from '#contracts/title/title.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { workEndpoints } from '#contracts/work/work.ts'
import { USUAL_LIMITS } from '#county/objection-limits.ts'
import { functionsOf, templatesOf } from './templates.ts'

const sixian = templatesOf('sixian')
const { ofType, idOf } = sixian
const functions = new Map(functionsOf(sixian).map((fn) => [`${idOf(fn)}.Arn`, fn.name]))
const integrations = new Map(
  ofType('AWS::ApiGatewayV2::Integration').map((one) => [
    `integrations/${idOf(one)}`,
    functions.get(one.Properties.IntegrationUri),
  ]),
)
const routes = ofType('AWS::ApiGatewayV2::Route').map(({ Properties }) => ({
  key: Properties.RouteKey as string,
  to: integrations.get(Properties.Target),
  login: Properties.AuthorizationType === 'JWT' && Properties.AuthorizerId !== undefined,
}))

const contracts = {
  'assessment-api': assessmentEndpoints,
  'batch-api': batchEndpoints,
  'catalogue-api': catalogueEndpoints,
  'consultation-api': consultationEndpoints,
  'corrections-api': correctionEndpoints,
  'evidence-api': evidenceEndpoints,
  'intake-api': caseEndpoints,
  'notice-api': noticeEndpoints,
  'notice-public': publicEndpoints,
  'call-files': callFileEndpoints,
  'dossier-api': dossierEndpoints,
  'results-api': resultsEndpoints,
  'retention-api': retentionEndpoints,
  'roster-api': rosterEndpoints,
  'views-api': viewsEndpoints,
  'titles-api': titleEndpoints,
  'work-api': workEndpoints,
}

it('every endpoint of the contracts is one route, to the function of its service, behind the login unless it is for anyone', () => {
  const wanted = Object.entries(contracts).flatMap(([to, endpoints]) =>
    Object.values(endpoints).map(({ method, path, access }) => ({
      key: `${method} ${path}`,
      to,
      login: access !== 'anyone',
    })),
  )
  const site = ['GET /', 'GET /{proxy+}'].map((key) => ({ key, to: 'serve-site', login: false }))
  const byKey = (a: { key: string }, b: { key: string }) => a.key.localeCompare(b.key)
  expect(routes.toSorted(byKey)).toEqual([...wanted, ...site].toSorted(byKey))
})

it('what needs no login is the site, the form of objections and what people are told of their data, and nothing else', () => {
  expect(
    routes
      .filter(({ login }) => !login)
      .map(({ key }) => key)
      .sort(),
  ).toEqual([
    'GET /',
    'GET /objections/lookup',
    'GET /objections/privacy',
    'GET /objections/{batch}/{n}',
    'GET /public/batches/{batch}/files/{n}',
    'GET /{proxy+}',
    'HEAD /public/batches/{batch}/files/{n}',
    'POST /objections/lookup',
    'POST /objections/{batch}/{n}',
  ])
})

it('the login is the county’s: its issuer, its audience', () => {
  expect(ofType('AWS::ApiGatewayV2::Authorizer').map(({ Properties }) => Properties.JwtConfiguration)).toEqual([
    { Issuer: sixian.county.issuer, Audience: [sixian.county.audience] },
  ])
})

describe('the stage', () => {
  const [stage] = ofType('AWS::ApiGatewayV2::Stage')

  it('holds everybody back, and those without a login more', () => {
    const { DefaultRouteSettings, RouteSettings } = stage!.Properties
    expect(DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 })
    expect(Object.keys(RouteSettings).sort()).toEqual(
      routes
        .filter(({ key }) => /^\w+ \/(objections|public)\//.test(key))
        .map(({ key }) => key)
        .sort(),
    )
  })

  it('lets nobody without a login use up what those who are signed in have', () => {
    const { DefaultRouteSettings, RouteSettings } = stage!.Properties
    const login = new Map(routes.map(({ key, login }) => [key, login]))
    const own: [string, any][] = Object.entries(RouteSettings)
    expect(own.filter(([key]) => login.get(key)).map(([key]) => key)).toEqual([])
    for (const [, { ThrottlingRateLimit, ThrottlingBurstLimit }] of own) {
      expect(ThrottlingRateLimit).toBeLessThan(DefaultRouteSettings.ThrottlingRateLimit)
      expect(ThrottlingBurstLimit).toBeLessThan(DefaultRouteSettings.ThrottlingBurstLimit)
      // One browser that sends form after form is held back by the function, which knows its address.
      expect(ThrottlingRateLimit).toBeGreaterThanOrEqual(2 * USUAL_LIMITS.perAddress)
    }
  })

  it('logs requests and no contents', () => {
    const fields = Object.values(JSON.parse(stage!.Properties.AccessLogSettings.Format))
    expect(fields.every((one) => /^\$context\.[\w.]+$/.test(String(one)))).toBe(true)
    // Whoever objects may stay unnamed, and one format serves every route.
    expect(fields.filter((one) => /identity|sourceIp|domain|userAgent/i.test(String(one)))).toEqual([])
  })
})

it('a second factor that the county’s file demands is known to every function behind the login, and to the login page', () => {
  const demanded = { acr: ['urn:county:two'], amr: ['otp', 'hwk'] }
  const demanding = templatesOf('sixian', { secondFactor: demanded })
  const told = (all: ReturnType<typeof templatesOf>, variable: string) =>
    functionsOf(all).flatMap(({ name, Properties }) => {
      const value = Properties.Environment.Variables[variable]
      return value ? [[name, value]] : []
    })
  const behindLogin = new Set(routes.filter(({ login }) => login).map(({ to }) => to))
  const names = told(demanding, 'SECOND_FACTOR').map(([name]) => name)
  expect([...behindLogin].filter((name) => !names.includes(name!))).toEqual([])
  for (const [, value] of told(demanding, 'SECOND_FACTOR')) expect(JSON.parse(value)).toEqual(demanded)
  expect(told(demanding, 'ACR_VALUES')).toEqual([['serve-site', 'urn:county:two']])
  expect([...told(sixian, 'SECOND_FACTOR'), ...told(sixian, 'ACR_VALUES')]).toEqual([])
})

it('and heeded by each of them', () => {
  const entries = globSync('services/*/*-api.lambda.ts')
  expect(entries.length).toBeGreaterThan(5)
  expect(entries.filter((path) => !readFileSync(path, 'utf8').includes('login: loginRulesIn(process.env)'))).toEqual([])
})
