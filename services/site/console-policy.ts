/** What the console's pages may load and talk to. Of each address its origin counts. */
export function consolePolicy({
  issuer,
  files,
}: {
  readonly issuer: string
  /** Where files are uploaded to, and shown from. */
  readonly files: readonly string[]
}): string {
  const originsOf = (addresses: readonly string[]) => [...new Set(addresses.map((one) => new URL(one).origin))]
  return [
    "default-src 'self'",
    // antd writes its styles at run time.
    "style-src 'self' 'unsafe-inline'",
    ["img-src 'self' data: blob:", ...originsOf(files)].join(' '),
    // A PDF beside the form that it belongs to.
    ["frame-src 'self'", ...originsOf(files)].join(' '),
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    ["connect-src 'self'", ...originsOf([issuer, ...files])].join(' '),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
