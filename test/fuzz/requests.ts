/** Requests that the contracts make possible, and what they make impossible. */

import { assessmentEndpoints } from '#contracts/assessment/assessment.ts'
import { catalogueEndpoints } from '#contracts/catalogue.ts'
import { consultationEndpoints } from '#contracts/consultation/consultation.ts'
import { dossierEndpoints } from '#contracts/dossier/dossier.ts'
import type { Endpoint } from '#contracts/endpoint.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { schemaOf } from '#contracts/forms.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { noticeEndpoints, publicEndpoints } from '#contracts/notice.ts'
import { retentionEndpoints } from '#contracts/personal/retention.ts'
import { callFileEndpoints } from '#contracts/public/call-files.ts'
import { resultsEndpoints } from '#contracts/results/results.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import { titleEndpoints } from '#contracts/title/title.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { workEndpoints } from '#contracts/work/work.ts'
import { officeFor } from '#evidence/file-owner.ts'
import type { Appointment } from '#procedure/appointments.ts'
import { forms } from '#procedure/forms.ts'
import { permissions } from '#procedure/permissions.ts'
import { procedures } from '#procedure/procedures.ts'
import { goodValue, spoiled, strange, type Words } from './bodies.ts'
import type { Draw } from './draw.ts'
import { UNITS } from './fuzzed-county.ts'
import { CONTENT_TYPES, hostileBytes, hostilePiece, hostileText } from './hostile.ts'

export type Sending = {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array<ArrayBuffer> | undefined
  /** Whose login; undefined: nobody's. */
  readonly login: string | undefined
}

const endpoints: readonly (readonly [string, Endpoint])[] = Object.entries({
  ...{ ...intakeEndpoints, ...noticeEndpoints, ...publicEndpoints, ...callFileEndpoints, ...viewsEndpoints },
  ...{
    ...evidenceEndpoints,
    ...retentionEndpoints,
    ...rosterEndpoints,
    ...catalogueEndpoints,
    ...titleEndpoints,
    ...workEndpoints,
    ...assessmentEndpoints,
    ...consultationEndpoints,
    ...resultsEndpoints,
  },
  ...dossierEndpoints,
})
const posts = endpoints.filter(([, { method }]) => method === 'POST')

type World = {
  readonly words: Words
  readonly loginsOf: (unit: string) => Readonly<Record<Appointment, readonly string[]>>
}

/** What fits a parameter's name; anything else is a word of the county. */
const PARAMS: Readonly<Record<string, readonly string[]>> = {
  batch: [...Array(6).fill('2018-2'), ...Array(6).fill('2018-3'), '2018-9'],
  unit: ['dazhuang', 'caogou', 'changgou', 'pingshan'],
  owner: ['dazhuang', 'caogou', officeFor('proof'), officeFor('minutes'), 'office'],
  n: ['1', '1', '2'],
  year: ['2019', '2018'],
  day: ['2018-05-05', '2018-05-09'],
  form: Object.keys(forms),
  step: [...new Set(Object.values(procedures).flatMap(({ steps }) => Object.keys(steps)))],
}
const OBJECTION = /^\d{4}-\d+-\d+-/
const DIGEST = /^[0-9a-f]{64}$/

function piece(name: string, words: Words, draw: Draw): string {
  const own = PARAMS[name]
  if (own) return draw.pick(own)
  const fitting = words
    .all()
    .filter((one) => (name === 'objection' ? OBJECTION : name === 'sha256' ? DIGEST : /^[a-z]\w*$/).test(one))
  return draw.pick(fitting.length > 0 ? fitting : ['x'])
}

/** The next one. */
export function nextSending({ words, loginsOf }: World, draw: Draw): Sending {
  const [name, endpoint] = draw.pick(draw.chance(0.8) ? posts : endpoints)
  const { method, path, access } = endpoint
  const address = path.replace(/\{(\w+)\}/g, (_, param: string) =>
    draw.chance(0.03) ? hostilePiece(draw) : encodeURIComponent(piece(param, words, draw)),
  )
  const query = draw.chance(method === 'GET' ? 0.3 : 0.02) ? `?${hostileQuery(draw)}` : ''
  const allowed = typeof access === 'object' ? permissions.filter((one) => one.command === access.command) : []
  const logins = loginsOf(draw.pick(UNITS.filter((unit) => address.includes(`/${unit}`)).concat(UNITS[0])))
  const among = draw.chance(0.95) ? allowed.flatMap(({ appointment }) => logins[appointment]) : []
  const who = among.length > 0 ? among : Object.values(logins).flat()
  const login = access === 'anyone' || draw.chance(0.02) ? undefined : draw.pick(who)
  const isPage = access === 'anyone'
  const made =
    method === 'POST' ? (isPage ? pageBody(words, draw) : apiBody(endpoint, address, words, draw)) : undefined
  return {
    name,
    method,
    path: `${address}${query}`,
    login,
    headers: {
      ...(made && { 'content-type': draw.chance(0.04) ? draw.pick(CONTENT_TYPES) : made.type }),
      ...(method === 'POST' && !isPage && { 'idempotency-key': keyFor(draw) }),
    },
    body: made?.body,
  }
}

const keyFor = (draw: Draw): string =>
  draw.chance(0.03)
    ? draw.pick(['', 'short', 'with blank', 'x'.repeat(81), '__proto__', 'constructor'])
    : draw.chance(0.05)
      ? `used-key-${draw.int(20)}`
      : `fuzz-${draw.int(2 ** 31)}-${draw.int(2 ** 31)}`

const hostileQuery = (draw: Draw): string =>
  Array.from({ length: draw.pick([1, 1, 2, 5]) }, () => {
    const name = draw.chance(0.7)
      ? draw.pick(['version', 'from', 'to', 'name', 'about', 'receipt', 'unit', 'inline'])
      : encodeURIComponent(hostileText(draw).toWellFormed().slice(0, 80))
    const value = draw.pick([
      () => hostilePiece(draw),
      () => encodeURIComponent(hostileText(draw).toWellFormed().slice(0, 500)),
      () => draw.pick(['1', '2', '0', '-1', '1.5', '99999999999999999999', '']),
    ])()
    return `${name}=${value}`
  }).join('&')

type Made = { readonly type: string; readonly body: string | Uint8Array<ArrayBuffer> }

function apiBody({ body }: Endpoint, address: string, words: Words, draw: Draw): Made {
  const type = 'application/json'
  const form = Object.values(forms).find((one) => address.endsWith(`/forms/${one.name}/save`))
  const schema = form ? schemaOf(form) : body
  const good = schema ? goodValue(schema, words, draw) : {}
  const value = draw.chance(0.3) ? good : draw.chance(0.3) ? strange(good, words, draw) : spoiled(good, draw)
  const text = JSON.stringify(value) ?? ''
  return { type, body: draw.chance(0.04) ? hostileBytes(draw, text) : text }
}

/** The public form, as browsers and as programs send it. */
function pageBody(words: Words, draw: Draw): Made {
  const fields = {
    key: `fuzz-key-${draw.int(50)}`,
    about: draw.pick(['dazhuang', 'caogou', 'constructor']),
    identity: draw.pick(['named', 'anonymous', 'toString']),
    name: draw.pick(['王大明', hostileText(draw).slice(0, 200)]),
    contact: draw.pick(['13900001111', hostileText(draw).slice(0, 200)]),
    summary: draw.pick(['没有公开执法结果。', hostileText(draw)]),
    kept: `${'a'.repeat(64)} pdf ${draw.pick(words.all())}`,
    receipt: draw.pick(words.all()),
    code: draw.pick(['ABCDEFGH', hostileText(draw).slice(0, 100)]),
    [hostileText(draw).slice(0, 40)]: hostileText(draw).slice(0, 100),
  }
  const pairs = Object.entries(fields).filter(() => draw.chance(0.9))
  if (draw.chance(0.4)) {
    const body = pairs.map((pair) => pair.map((one) => encodeURIComponent(one.toWellFormed())).join('=')).join('&')
    return {
      type: 'application/x-www-form-urlencoded',
      body: draw.chance(0.2) ? body.replaceAll('%', draw.pick(['%%', '%z'])) : body,
    }
  }
  const parts = pairs.map(
    ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const file = `--x\r\ncontent-disposition: form-data; name="files"; filename="${hostileText(draw).slice(0, 300)}"\r\ncontent-type: ${draw.pick(['application/pdf', 'x', ''])}\r\n\r\n%PDF-1.4 ${draw.int(99)}\r\n`
  const body = `${parts.join('')}${draw.chance(0.5) ? file : ''}--x--\r\n`
  return { type: 'multipart/form-data; boundary=x', body: draw.chance(0.1) ? hostileBytes(draw, body) : body }
}
