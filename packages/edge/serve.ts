import type { Endpoints } from '#contracts/endpoint.ts'
import { boundCommand } from '#ledger/bound-command.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { findCaller } from './find-caller.ts'
import { json } from './http-answer.ts'
import type { HttpRequest } from './http-request.ts'
import { type Log, toConsole } from './log.ts'
import type { LoginRules } from './login-rules.ts'
import { clickIdOf, makeCall } from './make-call.ts'
import { readBody } from './read-body.ts'
import { type LambdaHandler, route } from './route.ts'
import type { AnyCall, Caller, UseCases } from './use-case.ts'

export type EdgeDeps = {
  readonly ledger: Ledger
  readonly log?: Log
  /** What a login has to be like; nothing more than what the gateway asks for if left out. */
  readonly login?: LoginRules
  /** Who asks, where the roster alone does not say it: before there is an administrator to keep it. */
  readonly callerOf?: (request: HttpRequest) => Promise<Caller>
}
type AnyUse = (call: AnyCall) => Promise<unknown>

/**
 * The Lambda handler of JSON endpoints. Each use case gets what its endpoint's schemas yield and answers what its
 * response schema takes; the overload says so to the compiler, the schemas see to it at run time.
 */
export function serve<const Es extends Endpoints>(endpoints: Es, uses: UseCases<Es>, deps: EdgeDeps): LambdaHandler
export function serve(
  endpoints: Endpoints,
  uses: Readonly<Record<string, AnyUse>>,
  { ledger, log = toConsole, login, callerOf = (request) => findCaller(ledger, request) }: EdgeDeps,
): LambdaHandler {
  return route(
    endpoints,
    async (name, endpoint, request, seen) => {
      const call = await makeCall(endpoint, request, callerOf, seen, login)
      const click = endpoint.method === 'POST' ? clickIdOf(request) : undefined
      const use = uses[name]
      if (!use) throw new Error(`nothing answers the endpoint ${name}`)
      const body = readBody(endpoint, request.rawBody)
      // The body as the schema made it: blanks around a word make no other request.
      const { params, caller } = call
      const command = click && boundCommand(click, { name, params, person: caller?.person, body })
      const answer = await use({ ...call, command, body })
      return json(200, endpoint.response.parse(answer))
    },
    ({ status, ...failure }) => json(status, failure),
    log,
  )
}
