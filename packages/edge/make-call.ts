import { z } from 'zod/mini'
import type { Endpoint } from '#contracts/endpoint.ts'
import { Refused } from '#ledger/refused.ts'
import { isBuiltIn } from '#typed/unseen.ts'
import { aboutOf, checkPermission, commandOf } from './check-permission.ts'
import { Unreadable } from './errors.ts'
import type { HttpRequest } from './http-request.ts'
import { type LoginRules, mustBeGoodLogin } from './login-rules.ts'
import type { AnyCall, Caller } from './use-case.ts'

/** Ids are ASCII; anything else names nothing of ours, nor does what every object of JavaScript has. */
const id = z.string().check(
  z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/),
  z.refine((named) => !isBuiltIn(named)),
)
/** How many of something: written in one way, since `1.0` and `01` would be the same one under another address. */
const ordinal = z.string().check(z.regex(/^[1-9]\d{0,4}$/))
/** No blanks: commands that time and the machine give themselves have one, so nobody can take their place. */
const clickId = z.string().check(z.regex(/^[!-~]{8,80}$/))

/** The path's parameters, by the names in the endpoint's path. */
function readParams({ path, title }: Endpoint, given: Readonly<Record<string, string>>): Record<string, string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const params = z.object(Object.fromEntries(names.map((name) => [name, name === 'n' ? ordinal : id]))).safeParse(given)
  if (!params.success) throw new Refused('unknown', `“${title}”的地址不对；请从列表重新进入。`)
  return params.data
}

/** The id of the click, as it was sent. @throws Unreadable without one */
export function clickIdOf({ headers }: Pick<HttpRequest, 'headers'>): string {
  const command = clickId.safeParse(headers['idempotency-key'])
  if (!command.success)
    throw new Unreadable('本次提交缺少操作编号（8至80个字符），为避免重复办理未予接收；请刷新页面后再试。')
  return command.data
}

/** Everything about a request except its body and click id, once its caller may make it. */
export async function makeCall(
  endpoint: Endpoint,
  request: HttpRequest,
  callerOf: (request: HttpRequest) => Promise<Caller>,
  seen: (person: string) => void,
  rules: LoginRules = {},
): Promise<Omit<AnyCall, 'body' | 'command'>> {
  const { received, query, rawBody, headers, sourceIp } = request
  const params = readParams(endpoint, request.params)
  if (endpoint.access !== 'anyone') mustBeGoodLogin(request, rules)
  const caller = endpoint.access === 'anyone' ? undefined : await callerOf(request)
  if (caller) seen(caller.person)
  const command = commandOf(endpoint)
  if (caller && command) checkPermission(command, endpoint.title, caller, aboutOf(params))
  return { params, caller, received, query, rawBody, headers, sourceIp }
}
