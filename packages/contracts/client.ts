/** Calls the API by its contracts: for the console, the command line and rehearsals. */
import { z } from 'zod/mini'
import type { Endpoint } from './endpoint.ts'

const refusal = z.object({
  error: z.string(),
  code: z.optional(z.string()),
  id: z.optional(z.string()),
  fields: z.optional(z.record(z.string(), z.string())),
})

/** The API's "no": the sentence for the person, and the fields it is about. `status` 0: no answer came at all. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly code: string | undefined
  readonly fields: Readonly<Record<string, string>>

  constructor(status: number, message: string, code?: string, fields: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.code = code
    this.fields = fields
  }
}

export type Request<E extends Endpoint> = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: E extends { body: infer B extends z.ZodMiniType } ? z.input<B> : undefined
  /** The click that asks; the same on every retry of it. Needed for POST. */
  readonly command?: string
  /** The page may be gone before the answer comes; what is too large for a browser to send then is sent as usual. */
  readonly outlives?: boolean
}
export type Client = <E extends Endpoint>(endpoint: E, request?: Request<E>) => Promise<z.output<E['response']>>

/**
 * @param origin where the API lives ('' in a browser on the same origin)
 * @param token the access token to use now; asked before every request, since it may have been renewed
 */
export function apiClient(origin: string, token: () => Promise<string> | string): Client {
  return async <E extends Endpoint>(
    endpoint: E,
    { params = {}, query = {}, body, command, outlives }: Request<E> = {},
  ) => {
    const search = new URLSearchParams(query).toString()
    const headers: Record<string, string> = { authorization: `Bearer ${await token()}` }
    if (endpoint.method === 'POST') {
      headers['content-type'] = 'application/json'
      headers['idempotency-key'] = command ?? crypto.randomUUID()
    }
    const sent = endpoint.method === 'POST' ? JSON.stringify(body ?? {}) : undefined
    const cutOff = (error: unknown): never => {
      const kept = endpoint.method === 'POST' ? '内容还在本页，' : ''
      throw new ApiError(0, `网络不通，${kept}请稍后重试。`, String(error))
    }
    const response = await fetch(`${origin}${pathOf(endpoint, params)}${search && `?${search}`}`, {
      method: endpoint.method,
      headers,
      ...(sent !== undefined && { body: sent, keepalive: outlives === true && byteLength(sent) <= MOST_OUTLIVING }),
    }).catch(cutOff)
    // The network may end in the middle of an answer, too.
    const text = await response.text().catch(cutOff)
    if (!response.ok) throw refusedBy(response.status, text)
    const answer = parseJson(text)
    // A page of somebody between here and the county (a login to the network, say) is no answer of ours.
    if (answer === undefined) throw new ApiError(0, '收到的不是本系统的回答，请检查网络后重试。', text.slice(0, 80))
    return z.parse<E['response']>(endpoint.response, answer)
  }
}

/** Browsers take 64 KB of all requests together that outlive their page. */
const MOST_OUTLIVING = 60_000
const byteLength = (text: string): number => new TextEncoder().encode(text).length

/** @throws Error when a parameter of the path is missing */
export const pathOf = ({ path }: Pick<Endpoint, 'path'>, params: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_found, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`the address ${path} needs ${name}`)
    return encodeURIComponent(value)
  })

function refusedBy(status: number, text: string): ApiError {
  const parsed = refusal.safeParse(parseJson(text))
  if (!parsed.success)
    return new ApiError(
      status,
      status === 401 ? '登录已过期，请重新登录。' : `系统返回的内容有误（${status}），请稍后重试。`,
    )
  const { error, code, fields } = parsed.data
  return new ApiError(status, error, code, fields)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
