/** Every answer of a county carries the headers that keep it in its place: each endpoint and each page, whatever comes of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assessmentEndpoints } from '#contracts/assessment/assessment.ts'
import { catalogueEndpoints } from '#contracts/catalogue.ts'
import { consultationEndpoints } from '#contracts/consultation/consultation.ts'
import { dossierEndpoints } from '#contracts/dossier/dossier.ts'
import type { Endpoint } from '#contracts/endpoint.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { noticeEndpoints, publicEndpoints } from '#contracts/notice.ts'
import { retentionEndpoints } from '#contracts/personal/retention.ts'
import { callFileEndpoints } from '#contracts/public/call-files.ts'
import { resultsEndpoints } from '#contracts/results/results.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import { titleEndpoints } from '#contracts/title/title.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { workEndpoints } from '#contracts/work/work.ts'
import { type Laptop, laptopUnderTest } from './laptop-under-test.ts'

const endpoints: readonly [string, Endpoint][] = Object.entries({
  ...catalogueEndpoints,
  ...titleEndpoints,
  ...workEndpoints,
  ...assessmentEndpoints,
  ...consultationEndpoints,
  ...resultsEndpoints,
  ...evidenceEndpoints,
  ...intakeEndpoints,
  ...noticeEndpoints,
  ...publicEndpoints,
  ...callFileEndpoints,
  ...dossierEndpoints,
  ...retentionEndpoints,
  ...rosterEndpoints,
  ...viewsEndpoints,
})
let laptop: Laptop
beforeAll(async () => {
  laptop = await laptopUnderTest(['dazhuang'])
})
afterAll(() => laptop?.cloud.close())

/** Something that is there for each name, so that some of the answers are 200. */
const REAL: Readonly<Record<string, string>> = { batch: '2018-2', unit: 'dazhuang', owner: 'dazhuang', year: '2018' }
const at = (path: string) => path.replace(/\{(\w+)\}/g, (_, name: string) => REAL[name] ?? '1')

async function ask(path: string, { method = 'GET', token = '', body = '' } = {}) {
  const response = await fetch(`${laptop.cloud.addresses.origin}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body }),
  })
  const text = await response.text()
  // API Gateway's own words; an HTTP API has no place to add headers to them, and they hold nothing of ours.
  const isGateways = response.headers.get('content-type') === 'application/json' && /^\{"message":"[^"]*"\}$/.test(text)
  return { path, status: response.status, headers: response.headers, isGateways }
}
type Answer = Awaited<ReturnType<typeof ask>>

const ALWAYS = {
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}
/** What is wrong with the headers of an answer. */
const lacks = ({ headers }: Answer): string[] => [
  ...Object.entries(ALWAYS).flatMap(([name, value]) => (headers.get(name) === value ? [] : [name])),
  ...(/^(no-referrer|same-origin)$/.test(headers.get('referrer-policy') ?? '') ? [] : ['referrer-policy']),
  ...(headers.get('content-security-policy')?.includes("frame-ancestors 'none'") ? [] : ['content-security-policy']),
  ...(headers.get('cache-control') ? [] : ['cache-control']),
]

describe('an endpoint of the contracts', () => {
  it('answers whoever is signed in with all of them, and nothing that is kept', async () => {
    const token = await laptop.tokenOf('office-head')
    const answers: Answer[] = []
    for (const [, { method, path }] of endpoints)
      for (const body of method === 'POST' ? ['{}', 'no json'] : [''])
        answers.push(await ask(at(path), { method, token, body }))
    expect(new Set(answers.map(({ status }) => status)).size).toBeGreaterThan(4)
    expect(answers.filter(({ isGateways }) => isGateways)).toEqual([])
    expect(answers.flatMap((one) => lacks(one).map((name) => `${one.status} ${one.path} ${name}`))).toEqual([])
    const kept = answers.filter(({ headers }) => headers.get('cache-control') !== 'no-store')
    expect(kept.map(({ path }) => path)).toEqual([])
  })

  it('is closed to everybody else by the gateway, which has no words of ours', async () => {
    for (const [name, { method, path, access }] of endpoints) {
      const answer = await ask(at(path), { method })
      if (access === 'anyone') expect([name, answer.isGateways]).toEqual([name, false])
      else expect([name, answer.status, answer.isGateways]).toEqual([name, 401, true])
    }
  })
})

it.each([
  ['/', 302],
  ['/console', 302],
  ['/console/', 200],
  ['/console/cases/2018-2/dazhuang', 200],
  ['/console/assets/gone.js', 404],
  ['/config.json', 200],
  ['/public/index.html', 200],
  ['/public/batches/2018-2.ics', 200],
  ['/public/gone.html', 404],
  ['/api/nowhere', 404],
  ['/nowhere', 404],
  ['/public/%2e%2e/x', 404],
])('%s carries them, as %i', async (path, status) => {
  const answer = await ask(path)
  expect([answer.status, lacks(answer)]).toEqual([status, []])
})
