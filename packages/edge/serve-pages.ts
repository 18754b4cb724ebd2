import type { Endpoints } from '#contracts/endpoint.ts'
import { findCaller } from './find-caller.ts'
import { escapeHtml, html } from './http-answer.ts'
import { toConsole } from './log.ts'
import { makeCall } from './make-call.ts'
import { type LambdaHandler, route } from './route.ts'
import type { EdgeDeps } from './serve.ts'
import type { AnyCall, Page, PageUses } from './use-case.ts'

type AnyPageUse = (call: Omit<AnyCall, 'body'>) => Promise<Page>

/** The Lambda handler of HTML pages. A form's body is given raw; an error is a small page with its sentence. */
export function servePages<const Es extends Endpoints>(endpoints: Es, uses: PageUses<Es>, deps: EdgeDeps): LambdaHandler
export function servePages(
  endpoints: Endpoints,
  uses: Readonly<Record<string, AnyPageUse>>,
  { ledger, log = toConsole, callerOf = (request) => findCaller(ledger, request) }: EdgeDeps,
): LambdaHandler {
  return route(
    endpoints,
    async (name, endpoint, request, seen) => {
      const call = await makeCall(endpoint, request, callerOf, seen)
      const use = uses[name]
      if (!use) throw new Error(`nothing answers the endpoint ${name}`)
      const { status = 200, html: page, headers } = await use({ ...call, command: request.headers['idempotency-key'] })
      return html(status, page, headers)
    },
    ({ status, error, fields = {} }) => html(status, failurePage(error, Object.values(fields))),
    log,
  )
}

const failurePage = (sentence: string, more: readonly string[]): string => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>办理未成功</title><h1>办理未成功</h1><p>${escapeHtml(sentence)}</p>
${more.length > 0 ? `<ul>${more.map((one) => `<li>${escapeHtml(one)}</li>`).join('')}</ul>` : ''}
<p>请使用浏览器的“返回”回到上一页，所填内容通常还在。</p></html>
`
