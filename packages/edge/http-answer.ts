import { NO_PAGE, SAFE_HEADERS } from './safe-headers.ts'

/** What API Gateway takes for an answer. */
export type HttpAnswer = {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Nothing here is ever the same tomorrow, and some of it is not for the next person at this screen. */
const ALWAYS = { ...SAFE_HEADERS, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }

export const json = (statusCode: number, value: unknown): HttpAnswer => ({
  statusCode,
  headers: { ...ALWAYS, 'content-type': 'application/json; charset=utf-8', 'content-security-policy': NO_PAGE },
  body: JSON.stringify(value),
})

export const html = (statusCode: number, body: string, headers: Readonly<Record<string, string>> = {}): HttpAnswer => ({
  statusCode,
  headers: {
    ...ALWAYS,
    'content-type': 'text/html; charset=utf-8',
    // A script only from our own origin, and none within the page; their forms go nowhere else.
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ...headers,
  },
  body,
})

const escaped: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (one) => escaped[one] ?? one)
