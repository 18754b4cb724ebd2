import middy from '@middy/core'
import httpRouter from '@middy/http-router'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import type { Endpoint, Endpoints } from '#contracts/endpoint.ts'
import { Altered } from '#ledger/altered.ts'
import { Refused } from '#ledger/refused.ts'
import { countAltered } from './count-altered.ts'
import { type Told, told } from './errors.ts'
import type { HttpAnswer } from './http-answer.ts'
import { type HttpRequest, httpRequest } from './http-request.ts'
import { faultOf, type Log } from './log.ts'

/** What the log line of a request says of it. */
type Account = { route: string; person?: string; address?: string; readonly from: number }
type Event = APIGatewayProxyEventV2 & { account?: Account }

export type LambdaHandler = (event: Event, context: Context) => Promise<HttpAnswer>

/** Answers one endpoint; `seen` is told who asked as soon as that is known. */
export type Answering = (
  name: string,
  endpoint: Endpoint,
  request: HttpRequest,
  seen: (person: string) => void,
) => Promise<HttpAnswer>

/**
 * A Lambda handler over endpoints: finds the one that is meant, turns errors into answers, logs one line a request
 * (id, route, status, milliseconds, and of whoever is signed in person and address; no contents, no names: who objects
 * without a login leaves no address).
 */
export function route(
  endpoints: Endpoints,
  answering: Answering,
  failed: (failure: Told & { readonly id?: string }) => HttpAnswer,
  log: Log,
): LambdaHandler {
  const router = httpRouter<Event, HttpAnswer>({
    routes: Object.entries(endpoints).map(([name, endpoint]) => ({
      method: endpoint.method,
      path: endpoint.path,
      handler: (event: Event) => {
        const { account } = event
        if (account) account.route = `${endpoint.method} ${endpoint.path}`
        const request = httpRequest(event)
        return answering(name, endpoint, request, (person) => {
          if (account) Object.assign(account, { person, address: request.sourceIp })
        })
      },
    })),
    notFoundResponse: ({ path }) => {
      throw new Refused('unknown', `没有这个地址（${path}）；请从首页重新进入。`)
    },
  })

  const written = (event: Event, { statusCode }: HttpAnswer) => {
    const { route, person, address, from } = event.account ?? { route: '', from: performance.now() }
    const ms = Math.round(performance.now() - from)
    log({ id: event.requestContext.requestId, route, status: statusCode, person, address, ms })
  }

  // Braces throughout: a `before` or `after` that returns anything, even by an arrow, ends the request there.
  const stack = middy<Event, HttpAnswer>(router)
    .onError((request) => {
      const { requestId, timeEpoch } = request.event.requestContext
      const known = told(request.error)
      const isAltered = request.error instanceof Altered
      if (!known || isAltered) log({ id: requestId, ...faultOf(request.error) })
      if (isAltered) log(countAltered(1, timeEpoch))
      request.response = failed(
        known ?? {
          status: 500,
          code: 'fault',
          error: `系统出错，编号${requestId}；请稍后再试或将编号告知系统管理员。`,
          id: requestId,
        },
      )
      written(request.event, request.response)
    })
    .before(({ event }) => {
      event.account = { route: '', from: performance.now() }
    })
    .after(({ event, response }) => {
      if (response) written(event, response)
    })
  // Two parameters: a third would be taken for the callback that newer Lambda runtimes refuse.
  return (event, context) => stack(event, context)
}
