/**
 * What the console's pages may load and talk to: this origin, the issuer, and where files are uploaded to.
 * @param others addresses of which the origin counts
 */
export function consolePolicy(others: readonly string[]): string {
  const origins = [...new Set(others.map((address) => new URL(address).origin))]
  return [
    "default-src 'self'",
    // antd writes its styles at run time.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    ["connect-src 'self'", ...origins].join(' '),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
