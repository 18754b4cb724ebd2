import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { instantOf, msOf } from '#calendar/instant.ts'
import type { LambdaHandler } from './route.ts'

export type Sent = {
  readonly method?: 'GET' | 'HEAD' | 'POST'
  readonly path: string
  /** A string is sent as it is, anything else as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly base64?: boolean
  readonly at: string
  readonly login?: { readonly issuer: string; readonly subject: string; readonly [claim: string]: string }
  /** The click's id on a POST; `''` sends none. */
  readonly key?: string
  readonly id?: string
  /** The address that it comes from. */
  readonly from?: string
}

/** A token of a quarter of an hour; whatever else it is to say stands over it. */
const claimsOf = ({ issuer, subject, ...more }: NonNullable<Sent['login']>, at: string) => ({
  iss: issuer,
  sub: subject,
  exp: String(Math.floor(msOf(at) / 1000) + 900),
  ...more,
})

/** A request as API Gateway sends it, in format 2.0; for tests that go through the real routing. */
export function httpEvent({
  method = 'GET',
  path,
  body,
  headers,
  base64 = false,
  at,
  login,
  key = '',
  id = 'request-1',
  from = '192.0.2.7',
}: Sent) {
  const [rawPath = path, rawQueryString = ''] = path.split('?')
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers: { ...(key && { 'idempotency-key': key }), ...headers },
    queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)),
    isBase64Encoded: base64,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'api.example',
      domainPrefix: 'api',
      requestId: id,
      routeKey: '$default',
      stage: '$default',
      time: instantOf(msOf(at)),
      timeEpoch: msOf(at),
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: from, userAgent: 'test' },
      ...(login && { authorizer: { jwt: { claims: claimsOf(login, at), scopes: null } } }),
    },
  }
  return event satisfies APIGatewayProxyEventV2
}

const context: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'under-test',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:local:000000000000:function:under-test',
  memoryLimitInMB: '256',
  awsRequestId: 'request-1',
  logGroupName: '',
  logStreamName: '',
  getRemainingTimeInMillis: () => 30_000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
}

/** Sends a request through a handler's real routing; a JSON answer comes back parsed. */
export async function send(
  handler: LambdaHandler,
  sent: Sent,
): Promise<{ status: number; headers: Readonly<Record<string, string>>; body: unknown; text: string }> {
  const { statusCode, headers, body } = await handler(httpEvent(sent), context)
  const isJson = headers['content-type']?.startsWith('application/json')
  return { status: statusCode, headers, body: isJson ? JSON.parse(body) : undefined, text: body }
}
