import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod/mini'
import type { Template } from '#local-cloud/assembly/template.ts'
import { PAYLOAD_BYTES } from '#local-cloud/functions/functions.ts'
import type { MayInvoke } from '#local-cloud/permissions/invoke-permissions.ts'
import type { Work } from '#local-cloud/time/work.ts'
import { asError } from '#local-cloud/wire/aws-error.ts'
import { httpEvent } from './gateway-event.ts'
import { apiSays, type HttpAnswer, httpAnswer } from './http-answer.ts'
import { CorsConfiguration, corsHeaders } from './http-cors.ts'
import { httpRoutes, type Route } from './http-routes.ts'
import { JwtAuthorizer, jwtAuthorizer } from './jwt-authorizer.ts'

type Deps = {
  template: Template
  invoke: (functionName: string, event: unknown) => Promise<unknown>
  mayInvoke: MayInvoke
  work: Work
  now: () => number
  report: (sentence: string) => void
}
export type HttpApi = { handle(request: IncomingMessage, response: ServerResponse): Promise<void>; requests(): number }

const BODY_BYTES = 10 * 1024 * 1024
const Api = z.object({ CorsConfiguration: z.optional(CorsConfiguration) })
const Integration = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
})
const RouteProperties = z.object({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z._default(z.enum(['NONE', 'JWT']), 'NONE'),
  AuthorizerId: z.optional(z.string()),
  AuthorizationScopes: z._default(z.array(z.string()), []),
})

/** The templates' one HTTP API: its routes, its JWT authorizer, its limits. Undefined when none is declared. */
export function httpApi({ template, invoke, mayInvoke, work, now, report }: Deps): HttpApi | undefined {
  const [api, ...more] = template.all('AWS::ApiGatewayV2::Api', Api)
  if (!api) return undefined
  if (more.length > 0)
    throw new Error(`the local cloud serves one HTTP API, and the templates declare ${more.length + 1}`)
  const { partition, region, account } = api.stack.place
  const functions = new Map(
    template
      .all('AWS::ApiGatewayV2::Integration', Integration)
      .map(({ name, properties }) => [
        `integrations/${name}`,
        /:function:([^/:]+)/.exec(properties.IntegrationUri)?.[1],
      ]),
  )
  const authorizers = new Map(
    template
      .all('AWS::ApiGatewayV2::Authorizer', JwtAuthorizer)
      .map(({ name, properties }) => [name, jwtAuthorizer(properties)]),
  )
  const find = httpRoutes(
    template.all('AWS::ApiGatewayV2::Route', RouteProperties).map(({ id, properties: p }): Route => {
      const functionName = functions.get(p.Target)
      if (!functionName)
        throw new Error(`the route ${p.RouteKey} (${id}) leads to ${p.Target}, which is no integration with a function`)
      if (p.AuthorizationType === 'JWT' && !authorizers.has(p.AuthorizerId ?? ''))
        throw new Error(`the route ${p.RouteKey} names the authorizer ${p.AuthorizerId}, which is not declared`)
      return {
        key: p.RouteKey,
        functionName,
        authorizer: p.AuthorizationType === 'JWT' ? p.AuthorizerId : undefined,
        scopes: p.AuthorizationScopes,
      }
    }),
  )

  async function answer(request: IncomingMessage, received: number): Promise<HttpAnswer> {
    const url = new URL(request.url ?? '/', 'http://local')
    const path = decoded(url.pathname)
    if (path === undefined) return apiSays(400, 'Bad Request')
    const matched = find(request.method ?? 'GET', path)
    if (!matched) return apiSays(404, 'Not Found')
    const { route } = matched
    const authorized =
      route.authorizer === undefined
        ? undefined
        : await authorizers.get(route.authorizer)?.(request.headers, route.scopes)
    if (authorized === 'unauthorized') return apiSays(401, 'Unauthorized')
    if (authorized === 'forbidden') return apiSays(403, 'Forbidden')
    const body = await bodyOf(request)
    if (!body) return apiSays(413, 'Request Entity Too Large')
    const authorizer = authorized && { jwt: authorized }
    const event = httpEvent({
      request,
      body,
      matched,
      path,
      search: url.search.slice(1),
      apiId: api?.name ?? '',
      account,
      received,
      authorizer,
    })
    if (Buffer.byteLength(JSON.stringify(event)) > PAYLOAD_BYTES) return apiSays(413, 'Request Entity Too Large')
    try {
      const source = `arn:${partition}:execute-api:${region}:${account}:${api?.name}/$default/${sourceOf(route.key)}`
      mayInvoke('apigateway.amazonaws.com', route.functionName, source)
      return httpAnswer(await invoke(route.functionName, event))
    } catch (error) {
      report(`${route.key}: ${asError(error).message}`)
      return apiSays(500, 'Internal Server Error')
    }
  }

  let requests = 0
  const handle: HttpApi['handle'] = (request, response) => {
    const received = now()
    requests++
    return work.during(`${request.method} ${request.url}`, async () => {
      const cors = corsHeaders(api.properties.CorsConfiguration, request)
      const preflight = cors && request.method === 'OPTIONS'
      const answered = preflight
        ? { status: 204, headers: {}, body: Buffer.alloc(0) }
        : await answer(request, received).catch((error: unknown) => {
            // Who asked hung up before all of it had come: there is nobody to tell.
            if (request.errored) return undefined
            throw error
          })
      if (!answered) return
      const { status, headers, body } = answered
      response
        .writeHead(status, { ...headers, ...cors, 'content-length': body.length })
        .end(request.method === 'HEAD' ? undefined : body)
      // The rest of a body that nobody wanted must not be taken for the next request.
      if (!request.complete) request.resume()
    })
  }
  return { handle, requests: () => requests }
}

/** `GET /a/{x}` is the source `GET/a/{x}`; `ANY` stands for every method. */
function sourceOf(key: string): string {
  const [method = '', path] = key.split(' ')
  return path === undefined ? '$default' : `${method === 'ANY' ? '*' : method}${path}`
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}

/** Undefined for one that is too long; it is read to its end all the same, so that the refusal reaches whoever sends it. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes <= BODY_BYTES) chunks.push(chunk)
  }
  return bytes <= BODY_BYTES ? Buffer.concat(chunks) : undefined
}
