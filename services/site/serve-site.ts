import { z } from 'zod/mini'
import { faultOf, type Log, toConsole } from '#edge/log.ts'
import { pathOfCode, readCode } from '#title/certificate.ts'
import { consoleFiles } from './console-files.ts'
import {
  noCertificate,
  noCode,
  notFound,
  nothingYet,
  publicPage,
  redirect,
  type SiteAnswer,
  smallPage,
  text,
} from './site-answer.ts'
import type { PublishedPages } from './site-pages.ts'

const event = z.object({
  rawPath: z.string(),
  queryStringParameters: z._default(z.record(z.string(), z.optional(z.string())), {}),
  headers: z._default(z.record(z.string(), z.optional(z.string())), {}),
  requestContext: z.object({ requestId: z.string(), http: z.object({ method: z.string() }) }),
})

/** Where a certificate's code is typed, and where its page is. */
const CHECK = '/public/titles/check'
const TITLES = '/public/titles/'
const FROM_THE_FIRST_CALL = ['/public/index.html', '/public/register.html']

export type Site = {
  readonly pages: PublishedPages
  /** The folder of the console's files, with a slash at its end. */
  readonly console: URL
  readonly policy: string
  /** What `/config.json` says. */
  readonly configuration: Readonly<Record<string, string>>
  readonly log?: Log
}

/** Everything of the origin that is no API: the console, the published pages, where to log in. */
export function serveSite({ pages, console, policy, configuration, log = toConsole }: Site) {
  const { training } = configuration
  const file = consoleFiles(console, policy, notFound(training))

  /** @param typed what a certificate was to be checked by */
  async function answer(path: string, acceptEncoding: string, typed: string): Promise<SiteAnswer> {
    if (path === '/') return redirect('/console/')
    if (path === '/config.json')
      return text(200, JSON.stringify(configuration), {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
      })
    if (path === '/console') return redirect('/console/')
    if (path.startsWith('/console/')) return file(path.slice('/console/'.length), acceptEncoding)
    if (path === '/public' || path === '/public/') return redirect('/public/index.html')
    if (path === CHECK) {
      const code = readCode(typed)
      return code ? redirect(pathOfCode(code)) : noCode(typed, training)
    }
    if (path.startsWith('/public/')) {
      const page = await pages.get(path.slice(1))
      if (page) return publicPage(page.body, page.contentType)
      // Published with a county's first call; whoever looks earlier has not gone wrong.
      if (path.startsWith(TITLES)) return noCertificate(path.slice(TITLES.length).replace('.html', ''), training)
      return FROM_THE_FIRST_CALL.includes(path) ? nothingYet(training) : notFound(training)
    }
    if (path.startsWith('/api/'))
      return text(404, JSON.stringify({ code: 'unknown', error: '没有这个地址；请从首页重新进入。' }), {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
      })
    return notFound(training)
  }

  return async (sent: unknown): Promise<SiteAnswer> => {
    const { rawPath, headers, requestContext, queryStringParameters } = event.parse(sent)
    const { requestId, http } = requestContext
    try {
      const path = plainPath(rawPath)
      const found =
        path === undefined
          ? notFound(training)
          : await answer(path, headers['accept-encoding'] ?? '', queryStringParameters.code ?? '')
      return http.method === 'HEAD' ? { ...found, body: '', isBase64Encoded: false } : found
    } catch (error) {
      log({ id: requestId, ...faultOf(error) })
      return smallPage(
        500,
        '系统出错',
        `请稍后再试，或将编号${requestId.replace(/[^\w=-]/g, '')}告知系统管理员。`,
        training,
      )
    }
  }
}

/** The path as it is meant; undefined where it climbs or holds what no path of ours does. */
function plainPath(rawPath: string): string | undefined {
  try {
    const path = decodeURIComponent(rawPath)
    const climbs = path.split('/').some((part) => part === '..' || part === '.')
    return climbs || /[\\\p{Cc}]/u.test(path) || path.includes('//') ? undefined : path
  } catch {
    return undefined
  }
}
