import { NO_PAGE, SAFE_HEADERS } from '#edge/safe-headers.ts'

/** An answer in API Gateway's format 2.0, with bytes that need not be text. */
export type SiteAnswer = {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly isBase64Encoded: boolean
}

/** What is no page says so; pages have a policy of their own. */
const ALWAYS = { ...SAFE_HEADERS, 'referrer-policy': 'same-origin', 'content-security-policy': NO_PAGE }

/** Public pages have no script, and their forms go nowhere else. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

export const bytes = (body: Uint8Array, headers: Readonly<Record<string, string>>): SiteAnswer => ({
  statusCode: 200,
  headers: { ...ALWAYS, ...headers },
  body: Buffer.from(body).toString('base64'),
  isBase64Encoded: true,
})

export const text = (statusCode: number, body: string, headers: Readonly<Record<string, string>>): SiteAnswer => ({
  statusCode,
  headers: { ...ALWAYS, ...headers },
  body,
  isBase64Encoded: false,
})

export const redirect = (location: string): SiteAnswer => text(302, '', { location, 'cache-control': 'no-store' })

export const publicPage = (body: Uint8Array, contentType: string): SiteAnswer =>
  bytes(body, {
    'content-type': contentType,
    'cache-control': 'public, max-age=60',
    'content-security-policy': PAGE_POLICY,
  })

const STYLE =
  'body{max-width:40em;margin:0 auto;padding:1em;border-top:6px solid #b3261e;font:18px/1.8 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;color:#1f1f1f}h1{font-size:1.4em}a{color:#0b4f91;display:block;padding:.3em 0}@media print{nav{display:none}}'

/**
 * A page of a few sentences, for what is not there and for faults.
 * @param training what a county for training says on every page
 */
export const smallPage = (statusCode: number, title: string, sentence: string, training = ''): SiteAnswer =>
  text(
    statusCode,
    `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${STYLE}</style></head>
<body><main>${training && `<p><strong>${training}</strong></p>`}<h1>${title}</h1><p>${sentence}</p></main>
<nav aria-label="去处"><a href="/public/index.html">公开页面</a><a href="/console/">工作台（工作人员登录）</a></nav></body></html>
`,
    {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': PAGE_POLICY,
    },
  )

export const nothingYet = (training?: string): SiteAnswer =>
  smallPage(
    200,
    '公开页面',
    '现在没有尚未公布结果的公示。本县发布创建通知以后，公示、命名决定和示范单位名录都在这里公开。',
    training,
  )

export const notFound = (training?: string): SiteAnswer =>
  smallPage(404, '没有这个页面', '地址可能写错了，或者这一页还没有发布。', training)

/** What somebody typed is shown as far as it may be part of a code. */
const shownCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[^0-9A-Za-z-]/g, '')
    .slice(0, 30)

export const noCode = (typed: string, training?: string): SiteAnswer =>
  smallPage(
    200,
    '查验证书',
    `查验码应为12位，由数字和字母A至F组成，如7F3A-91C0-22DE${shownCode(typed) ? `；收到“${shownCode(typed)}”。请对照证书重新输入。` : '；没有收到其中任何一位。请对照证书输入。'}`,
    training,
  )

export const noCertificate = (code: string, training?: string): SiteAnswer =>
  smallPage(
    404,
    '查验证书',
    `没有${shownCode(code) ? `查验码为“${shownCode(code)}”` : '这个地址'}的证书。请对照证书核对；核对无误仍查不到的，证书不是本县颁发的。`,
    training,
  )
