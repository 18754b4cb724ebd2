import { createHash, createHmac } from 'node:crypto'

/** What SigV4 needs of a request; an `IncomingMessage` fits. */
export type SignedRequest = {
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly rawHeaders: readonly string[]
}

/** As it came over the wire: `new URL` would turn `a//b` and `a/../b` into other keys. */
export type Target = { readonly segments: readonly string[]; readonly query: readonly (readonly [string, string])[] }

/** @throws URIError when a percent sign stands alone, or the path is not one */
export function targetOf(url: string): Target {
  const cut = url.indexOf('?')
  const path = cut < 0 ? url : url.slice(0, cut)
  if (!path.startsWith('/')) throw new URIError(`the path must begin with a slash, received ${path}`)
  const query = cut < 0 ? [] : url.slice(cut + 1).split('&')
  return {
    segments: path.slice(1).split('/').map(decodeURIComponent),
    query: query.filter(Boolean).map((pair) => {
      const [name = '', ...value] = pair.replaceAll('+', ' ').split('=')
      return [decodeURIComponent(name), decodeURIComponent(value.join('='))] as const
    }),
  }
}

/** Lower-case names; the values of a repeated header are joined, as the signer joined them. */
export function headersOf(rawHeaders: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>()
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const name = String(rawHeaders[i]).toLowerCase()
    const before = headers.get(name)
    const value = String(rawHeaders[i + 1]).trim()
    headers.set(name, before === undefined ? value : `${before},${value}`)
  }
  return headers
}

export type Claim = {
  readonly accessKey: string
  /** `<date>/<region>/<service>/aws4_request` */
  readonly scope: readonly [date: string, region: string, service: string, end: string]
  readonly date: string
  readonly signedHeaders: readonly string[]
  readonly signature: string
  readonly payload: string
  readonly presigned: boolean
}

export function signatureFor(
  { scope, date, signedHeaders, payload }: Claim,
  secret: string,
  method: string,
  target: Target,
  headers: ReadonlyMap<string, string>,
): string {
  const canonical = [
    method,
    `/${target.segments.map(encode).join('/')}`,
    canonicalQuery(target.query),
    ...signedHeaders.map((name) => `${name}:${(headers.get(name) ?? '').replace(/\s+/g, ' ')}`),
    '',
    signedHeaders.join(';'),
    payload,
  ].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', date, scope.join('/'), createHash('sha256').update(canonical).digest('hex')]
  return hmac(signingKey(secret, scope), toSign.join('\n')).toString('hex')
}

/** Signers keep theirs for a day as well: four of the five digests of a request are the same all day long. */
const keys = new Map<string, Buffer>()
function signingKey(secret: string, scope: Claim['scope']): Buffer {
  const name = [secret, ...scope].join('/')
  const known = keys.get(name)
  if (known) return known
  const key = scope.reduce((secret, part) => hmac(secret, part), Buffer.from(`AWS4${secret}`))
  // The scope is what a request claims, so anybody could fill it.
  if (keys.size >= 100) keys.clear()
  keys.set(name, key)
  return key
}

const canonicalQuery = (query: Target['query']) =>
  query
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map((pair) => pair.join('='))
    .join('&')

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest()

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
