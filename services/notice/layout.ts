import type { Organs } from '#county/county.ts'
import { type Html, html } from './html.ts'

/** System fonts and little else, so that a page stays small and prints as it is read. */
const style = html`<style>
body{max-width:46em;margin:0 auto;padding:1em;font:1.05em/1.8 "Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#222}
h1{font-size:1.5em;text-align:center}h2{font-size:1.15em}a{color:#0b57a4}
.trial,.wrong{border:2px solid #a40000;color:#a40000;padding:.4em .8em}
li{break-inside:avoid}label{display:block;margin:.8em 0 0}fieldset{margin:.8em 0 0;border:1px solid #bbb}
input,select,textarea{font:inherit;max-width:100%}input[type=text],textarea{width:100%;box-sizing:border-box}
small{color:#555}em{color:#a40000;font-style:normal;display:block}.code{font-size:1.4em;letter-spacing:.1em}
footer{margin-top:2em;border-top:1px solid #bbb;color:#555;font-size:.9em}
@media print{nav,.screen{display:none}body{max-width:none;color:#000}a{color:#000;text-decoration:none}}
</style>`

type Layout = {
  readonly title: string
  readonly organs: Organs
  readonly trial?: boolean
  readonly body: Html
}

/** One public page: zh-CN, no script, nothing loaded from elsewhere. */
export const layout = ({ title, organs, trial = false, body }: Layout): string =>
  html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
${trial ? html`<meta name="robots" content="noindex">` : undefined}
<title>${trial ? '【演练】' : ''}${title} - ${organs.county}</title>
${style}
</head>
<body>
<nav><a href="/public/index.html">${organs.county}依法行政示范单位创建</a></nav>
<main>
${trial ? html`<p class="trial"><strong>演练</strong>:本页内容为系统演练,不是真实公示或决定。</p>` : undefined}
<h1>${title}</h1>
${body}
</main>
<footer>${organs.office}${organs.officePhone ? html` 电话:${organs.officePhone}` : undefined}</footer>
</body>
</html>
`.text
