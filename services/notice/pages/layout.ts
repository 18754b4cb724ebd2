import { FOR_TRAINING, type Organs } from '#county/organs.ts'
import { PRIVACY_PATH, PRIVACY_TITLE } from '#county/privacy-notice.ts'
import { type Html, html } from './html.ts'

/**
 * System fonts and little else, so that a page stays small. Large letters and wide fields, since who reads a notice is
 * often old and holds a phone; on paper the faces and sizes of an official document.
 */
const style = html`<style>
*{box-sizing:border-box}
body{max-width:44em;margin:0 auto;padding:0 1em 2em;border-top:6px solid #b3261e;font:18px/1.8 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;color:#1f1f1f;overflow-wrap:anywhere}
nav{padding:.7em 0;border-bottom:1px solid #ccc}
h1{font-size:1.4em;line-height:1.5;text-align:center;margin:1em 0}
h2{font-size:1.1em;margin:1.4em 0 .4em}a{color:#0b4f91;text-underline-offset:.2em}
ol,ul{padding-left:1.8em}li{break-inside:avoid;margin:.3em 0}
dl{margin:1em 0;padding:.6em 1em;background:#f5f5f3;border-left:4px solid #b3261e}dt{font-weight:bold}dd{margin:0 0 .5em}
.trial,.wrong{border:2px solid #a40000;color:#a40000;padding:.5em .8em;background:#fff}
.over{border:2px solid #555;padding:.5em .8em;font-weight:bold}
.sign{text-align:right;break-before:avoid}.mid{text-align:center}.paper{display:none;font-size:10.5pt}
small{font-size:.85em;color:#4a4a4a}
label{display:block;margin:1em 0 .2em;font-weight:bold}label small{font-weight:normal}
fieldset{margin:1.4em 0 0;padding:.2em 1em 1em;border:1px solid #767676}legend{font-weight:bold;padding:0 .4em}
fieldset label:has([type=radio]),label:has([type=checkbox]){font-weight:normal;padding:.3em 0;margin:.2em 0}
input,select,textarea,button,.go{font:inherit}
input:not([type=radio],[type=checkbox]),select,textarea{width:100%;padding:.5em .6em;border:1px solid #767676;border-radius:4px;background:#fff;color:inherit}
[type=radio],[type=checkbox]{width:1.2em;height:1.2em;vertical-align:-.15em}
[aria-invalid]{border:2px solid #a40000}
fieldset:has([value=anonymous]:checked) .named{display:none}
em,.bad{color:#a40000;font-style:normal;display:block}
button,.go{display:inline-block;padding:.6em 1.6em;border:0;border-radius:4px;background:#b3261e;color:#fff;text-decoration:none;cursor:pointer}
:focus-visible{outline:3px solid #0b57d0;outline-offset:2px}
.code{display:block;font-size:1.3em;letter-spacing:.03em;line-height:1.5}.said{white-space:pre-wrap}
footer{margin-top:2.5em;border-top:1px solid #ccc;padding-top:.6em;color:#4a4a4a;font-size:.9em}
@media print{@page{size:A4;margin:3.7cm 2.6cm 3.5cm 2.8cm}nav,.screen,footer{display:none}
.paper{display:block}button,.go,[type=file]{display:none}
body{max-width:none;padding:0;border:0;color:#000;font:16pt/1.75 FangSong,FangSong_GB2312,STFangsong,"Noto Serif CJK SC",serif}
h1{font:22pt/1.5 "FZXiaoBiaoSong-B05S",SimSun,STSong,"Noto Serif CJK SC",serif;margin:0 0 1em}
li{margin:0}dt{break-after:avoid}dd{break-inside:avoid}
h2{font:16pt/1.75 SimHei,STHeiti,"Noto Sans CJK SC",sans-serif;break-after:avoid}
dl{background:none;padding:0;border:0}a{color:#000;text-decoration:none}}
</style>`

type Layout = {
  readonly title: string
  readonly organs: Organs
  readonly trial?: boolean
  /** Holds what nobody can fetch again: whatever is followed from it opens beside it. */
  readonly stays?: boolean
  readonly body: Html
}

/** What is for practice is marked so wherever it goes. */
export const unreal = ({ training }: Organs, trial: boolean): string | undefined =>
  training ? '培训' : trial ? '演练' : undefined

/** One public page: zh-CN, nothing loaded from elsewhere. */
export const layout = ({ title, organs, trial = false, stays = false, body }: Layout): string => {
  const mark = unreal(organs, trial)
  const why = organs.training ? FOR_TRAINING : '本页内容为系统演练，不是真实公示或决定。'
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="format-detection" content="telephone=no">
${mark ? html`<meta name="robots" content="noindex">` : undefined}${stays ? html`<base target="_blank">` : undefined}
<title>${mark ? `【${mark}】` : ''}${title} - ${organs.county}</title>
${style}
</head>
<body>
<nav aria-label="位置"><a href="/public/index.html">${organs.county}依法行政示范单位创建</a></nav>
<p class="paper">${organs.county}依法行政示范单位创建</p>
<main>
${mark ? html`<p class="trial"><strong>${mark}</strong>：${why}</p>` : undefined}
<h1>${title}</h1>
${body}
</main>
<footer>${organs.office}${organs.officePhone ? html` 电话：${organs.officePhone}` : undefined}　<a href="${PRIVACY_PATH}">${PRIVACY_TITLE}</a></footer>
</body>
</html>
`.text
}
