/**
 * On every answer of ours, of pages, files, JSON and errors alike: the type is what we say, only TLS from now on, within
 * nobody's frame and for nobody else's page to read, and no device of the visitor's.
 */
export const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  // A year, which browsers need to see before they believe it.
  'strict-transport-security': 'max-age=31536000',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const

/** For what is no page: opened as one, it may load nothing. */
export const NO_PAGE = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"
