import type { IncomingMessage } from 'node:http'
import type { Matched } from './http-routes.ts'

type Given = {
  request: IncomingMessage
  body: Buffer
  matched: Matched
  path: string
  search: string
  apiId: string
  account: string
  /** The virtual instant at which the request was received. */
  received: number
  authorizer: { jwt: { claims: Record<string, string>; scopes: readonly string[] | null } } | undefined
}

/** Content types that API Gateway hands on as text; everything else, forms too, arrives as base64. */
const TEXT = /^(text\/|application\/(json|xml|javascript|[\w.+-]+\+(json|xml))\b)/i
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A request as a function receives it: payload format 2.0. */
export function httpEvent({ request, body, matched, path, search, apiId, account, received, authorizer }: Given) {
  const { cookie, ...rest } = request.headers
  const headers = Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value].flat().join(',')]])),
  )
  const query = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(search)) {
    const before = query.get(name)
    query.set(name, before === undefined ? value : `${before},${value}`)
  }
  const type = request.headers['content-type']
  const isBase64Encoded = body.length > 0 && type !== undefined && !TEXT.test(type)
  const method = request.method ?? 'GET'
  const host = request.headers.host ?? 'localhost'
  return {
    version: '2.0',
    routeKey: matched.route.key,
    rawPath: path,
    rawQueryString: search,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/) }),
    headers,
    ...(query.size > 0 ? { queryStringParameters: Object.fromEntries(query) } : {}),
    ...(Object.keys(matched.parameters).length > 0 ? { pathParameters: matched.parameters } : {}),
    requestContext: {
      accountId: account,
      apiId,
      ...(authorizer ? { authorizer } : {}),
      domainName: host.replace(/:\d+$/, ''),
      domainPrefix: host.split('.')[0],
      http: {
        method,
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: (request.socket.remoteAddress ?? '').replace('::ffff:', ''),
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: crypto.randomUUID(),
      routeKey: matched.route.key,
      stage: '$default',
      time: logTime(received),
      timeEpoch: received,
    },
    ...(body.length > 0 ? { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') } : {}),
    isBase64Encoded,
  }
}

/** `12/Mar/2026:19:03:58 +0000`, as access logs have it. */
function logTime(instant: number): string {
  const iso = new Date(instant).toISOString()
  return `${iso.slice(8, 10)}/${MONTHS[Number(iso.slice(5, 7)) - 1]}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`
}
