import type { Organs } from '#county/organs.ts'
import type { Retention } from '#county/retention.ts'
import { KEPT, KINDS, kindOfType, noteOn } from '#evidence/kinds.ts'
import { saidSize } from '#evidence/said-size.ts'
import type { PublishedNotice } from '../notice/read-notices.ts'
import { saidPeriod } from '../notice/said-period.ts'
import type { Filled, Wrong } from '../objection/check-objection-form.ts'
import { MOST_BYTES, MOST_FILES } from '../objection/check-objection-form.ts'
import { namedInOrder } from '../unit-name.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import { privacyLine } from './privacy-html.ts'

type Shown = {
  readonly found: PublishedNotice
  readonly names: ReadonlyMap<string, string>
  readonly organs: Organs
  readonly retention: Retention
  readonly filled: Filled
  readonly wrong?: Wrong
  /** Why the form is shown again although nothing in it is wrong. */
  readonly notNow?: string
}

/** Where a fault is mended: the first of a group of choices stands for it. */
const PLACE: Readonly<Record<string, string>> = { identity: 'named' }
const fault = (wrong: Wrong, field: string): Html | undefined =>
  wrong[field] ? html`<em id="wrong-${field}">${wrong[field]}</em>` : undefined
/** For people who do not see the red frame. */
const marked = (wrong: Wrong, field: string): Html | undefined =>
  wrong[field] ? html` aria-invalid="true" aria-describedby="wrong-${field}"` : undefined
const chosen = (is: boolean, word: string): Html | undefined => (is ? html` ${word}` : undefined)

/** The form for an objection; shown again with what was filled in when something is wrong. */
export function objectionFormPage({ found, names, organs, retention, filled, wrong = {}, notNow }: Shown): string {
  const { n, published } = found
  const { batch, trial, title, period, cases } = published
  const radio = (value: string, label: string, more: string) =>
    html`<label><input type="radio" id="${value}" name="identity" value="${value}"${chosen(filled.identity === value, 'checked')}${marked(wrong, 'identity')}> ${label}<br><small>${more}</small></label>`
  const body = html`
<p>针对：<a href="/public/notices/${batch}/${n}.html" target="_blank">${title}</a><br><small>公示期：${saidPeriod(period)}</small></p>
${notNow ? html`<p class="wrong" role="alert">${notNow}</p>` : undefined}${summaryOf(wrong)}
<form method="post" enctype="multipart/form-data" action="/objections/${batch}/${n}" target="_blank" data-most-files="${String(MOST_FILES)}" data-most-bytes="${String(MOST_BYTES)}">
<input type="hidden" name="key" value="${filled.key}">
<label for="about">对哪个单位提出异议</label>
<select id="about" name="about"${marked(wrong, 'about')}><option value="">请选择</option>${namedInOrder(
    cases,
    names,
  ).map(
    ({ unit, name }) => html`<option value="${unit}"${chosen(filled.about === unit, 'selected')}>${name}</option>`,
  )}</select>${fault(wrong, 'about')}
<label for="summary">异议内容 <small>请写明事实和理由，最多3000字</small></label>
<textarea id="summary" name="summary" rows="8"${marked(wrong, 'summary')}>
${filled.summary}</textarea>${fault(wrong, 'summary')}
<fieldset><legend>实名或匿名</legend>
${radio('named', '实名', '便于向您核实情况、反馈结果；姓名和联系方式严格保密，不公开。')}
${radio('anonymous', '匿名', '请尽量附上证据，以便核查。')}
${fault(wrong, 'identity')}
<div class="named">
<label for="name">姓名 <small>实名的填写</small></label>
<input type="text" id="name" name="name" value="${filled.name}" autocomplete="off"${marked(wrong, 'name')}>${fault(wrong, 'name')}
<label for="contact">联系方式 <small>实名的填写：电话、地址或电子邮箱</small></label>
<input type="text" id="contact" name="contact" value="${filled.contact}" autocomplete="off"${marked(wrong, 'contact')}>${fault(wrong, 'contact')}
</div>
${privacyLine({ organs, retention })}
</fieldset>
<label for="files">附件 <small>可不附；最多${MOST_FILES}个，合计不超过${saidSize(MOST_BYTES)}</small></label>
${keptFiles(filled)}<input type="file" id="files" name="files" multiple accept="${ACCEPTED}"${marked(wrong, 'files')}>
<small><span id="with-script" hidden>照片较大的，选择后在本机自动压缩，再行提交。</span>可接收：${KEPT}</small>${fault(wrong, 'files')}
<p id="files-told" role="status"></p>
<p class="over" id="no-script">本机浏览器没有运行脚本，照片不会自动压缩。手机原图一张常在5MB以上，请先另存为较小的图片：附件合计超过${saidSize(MOST_BYTES)}的，系统收不到，异议也没有提交。提交结果在新页面显示；新页面没有回执编号、只有一行英文的，就是附件过大，请回到本页（所填内容都在），换小的附件或不附附件，再次提交。</p>
<p><button type="submit">提交异议</button></p>
</form>
<script type="module" src="/console/objection-form.js"></script>
<p><small>提交后会得到回执编号和查询码，凭此<a href="/objections/lookup" target="_blank">查询办理情况</a>。</small></p>`
  return layout({ title: '提出异议', organs, trial, body })
}

/** Pictures by their types as well: then a phone offers its camera, and turns its own format into JPEG. */
const ACCEPTED = ['image/jpeg', 'image/png', ...Object.keys(KINDS).map((kind) => `.${kind}`)].join(',')

/** How many places are wrong, each a link to it. */
function summaryOf(wrong: Wrong): Html | undefined {
  const faults = Object.entries(wrong)
  if (faults.length === 0) return undefined
  return html`<div class="wrong" role="alert">有${faults.length}处需要修改，所填内容和已收到的文件都在；改好后请再次提交。
<ul>${faults.map(([field, sentence]) => html`<li><a href="#${PLACE[field] ?? field}">${sentence}</a></li>`)}</ul></div>`
}

const keptFiles = ({ files }: Filled): Html[] =>
  files.map(
    ({ sha256, contentType, name }) =>
      html`<label><input type="checkbox" name="kept" value="${sha256} ${kindOfType(contentType)} ${name}" checked> 已收到：${name}</label>${noteOn(name, contentType)}\n`,
  )
