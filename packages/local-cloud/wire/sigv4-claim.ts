import type { Claim } from './sigv4-canonical.ts'
import { SignatureRefused } from './sigv4-refused.ts'

const ALGORITHM = 'AWS4-HMAC-SHA256'
const IN_QUERY = ['Credential', 'Date', 'Expires', 'SignedHeaders', 'Signature'] as const

/** What the `Authorization` header claims. */
export function claimInHeader(service: string, headers: ReadonlyMap<string, string>, bodySha256?: string): Claim {
  const refused = (message: string) => new SignatureRefused(service, 'malformed header', message)
  const [algorithm, ...rest] = (headers.get('authorization') ?? '').split(' ')
  if (algorithm !== ALGORITHM) throw refused(`Authorization must use ${ALGORITHM}, received ${algorithm}.`)
  const parts = new Map(
    rest
      .join('')
      .split(',')
      .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  )
  const part = (name: string) => {
    const value = parts.get(name)
    if (!value) throw refused(`Authorization lacks ${name}.`)
    return value
  }
  const date = headers.get('x-amz-date')
  if (!date) throw refused('Header x-amz-date is missing; send the time at which the request was signed.')
  const payload = headers.get('x-amz-content-sha256') ?? bodySha256
  if (!payload) throw new SignatureRefused(service, 'no payload digest', 'Header x-amz-content-sha256 is missing.')
  if (bodySha256 && payload !== bodySha256)
    throw new SignatureRefused(
      service,
      'wrong payload digest',
      'The body is not the one that x-amz-content-sha256 names.',
    )
  return {
    ...credential(part('Credential'), date, refused),
    signedHeaders: part('SignedHeaders').split(';'),
    signature: part('Signature'),
    payload,
    presigned: false,
  }
}

/** What the query of a presigned URL claims, and until when. */
export function claimInQuery(
  service: string,
  query: readonly (readonly [string, string])[],
): Claim & { expiresSeconds: number } {
  const refused = (message: string) => new SignatureRefused(service, 'malformed query', message)
  const value = (name: string): string => {
    const [first, ...more] = query.filter(([key]) => key === name)
    if (!first?.[1])
      throw refused(
        `The query lacks ${name}; it needs X-Amz-Algorithm and ${IN_QUERY.map((n) => `X-Amz-${n}`).join(', ')}.`,
      )
    if (more.length > 0) throw refused(`${name} stands in the query ${more.length + 1} times; send it once.`)
    return first[1]
  }
  const [given, date, expires, signedHeaders, signature] = IN_QUERY.map((name) => value(`X-Amz-${name}`))
  if (value('X-Amz-Algorithm') !== ALGORITHM) throw refused(`X-Amz-Algorithm must be ${ALGORITHM}.`)
  const expiresSeconds = /^\d{1,7}$/.test(String(expires)) ? Number(expires) : 0
  if (expiresSeconds < 1 || expiresSeconds > 604_800)
    throw refused(`X-Amz-Expires must be between 1 and 604800 seconds, received ${expires}.`)
  const payload = query.find(([key]) => key === 'X-Amz-Content-Sha256')?.[1] ?? 'UNSIGNED-PAYLOAD'
  return {
    ...credential(String(given), String(date), refused),
    signedHeaders: String(signedHeaders).split(';'),
    signature: String(signature),
    payload,
    presigned: true,
    expiresSeconds,
  }
}

function credential(
  text: string,
  date: string,
  refused: (message: string) => Error,
): Pick<Claim, 'accessKey' | 'scope' | 'date'> {
  const [accessKey, day, region, service, end, ...more] = text.split('/')
  if (!accessKey || !day || !region || !service || end !== 'aws4_request' || more.length > 0)
    throw refused(`The credential must be key/date/region/service/aws4_request, received ${text}.`)
  if (!/^\d{8}T\d{6}Z$/.test(date)) throw refused(`The date must be written as 20180516T000000Z, received ${date}.`)
  if (day !== date.slice(0, 8)) throw refused(`The credential is for ${day}, the request for ${date.slice(0, 8)}.`)
  return { accessKey, date, scope: [day, region, service, end] }
}
