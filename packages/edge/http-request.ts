import { z } from 'zod/mini'
import { instantOf } from '#calendar/instant.ts'

const claims = z.object({ iss: z.string(), sub: z.string() })

/** What we read of an event of format 2.0; everything else is left alone. */
const event = z.object({
  headers: z._default(z.record(z.string(), z.optional(z.string())), {}),
  queryStringParameters: z._default(z.record(z.string(), z.optional(z.string())), {}),
  pathParameters: z._default(z.record(z.string(), z.optional(z.string())), {}),
  body: z.optional(z.nullable(z.string())),
  isBase64Encoded: z.optional(z.boolean()),
  requestContext: z.object({
    requestId: z.string(),
    timeEpoch: z.number(),
    http: z.object({ method: z.string(), path: z.string(), sourceIp: z.string() }),
    authorizer: z.optional(z.object({ jwt: z.optional(z.object({ claims: z.looseObject({}) })) })),
  }),
})

export type HttpRequest = {
  readonly id: string
  readonly received: string
  readonly sourceIp: string
  readonly headers: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly params: Readonly<Record<string, string>>
  readonly rawBody: Uint8Array
  /** Of the token that the authorizer let in, as it hands them on. */
  readonly claims: unknown
  /** Whom the authorizer let in; undefined on addresses without one. */
  readonly login: { readonly issuer: string; readonly subject: string } | undefined
}

const present = (record: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(record).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

/** The parts of a request, from API Gateway's event of format 2.0. */
export function httpRequest(sent: unknown): HttpRequest {
  const { headers, queryStringParameters, pathParameters, body, isBase64Encoded, requestContext } = event.parse(sent)
  const sentClaims = requestContext.authorizer?.jwt?.claims
  const known = claims.safeParse(sentClaims)
  return {
    id: requestContext.requestId,
    received: instantOf(requestContext.timeEpoch),
    sourceIp: requestContext.http.sourceIp,
    headers: Object.fromEntries(Object.entries(present(headers)).map(([name, value]) => [name.toLowerCase(), value])),
    query: present(queryStringParameters),
    params: present(pathParameters),
    rawBody: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
    claims: sentClaims,
    login: known.success ? { issuer: known.data.iss, subject: known.data.sub } : undefined,
  }
}
