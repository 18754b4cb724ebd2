import type { Organs } from '#county/county.ts'
import { KEPT, kindOfType } from '#evidence/kinds.ts'
import type { Filled, Wrong } from './check-objection-form.ts'
import { MOST_FILES } from './check-objection-form.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import type { PublishedNotice } from './read-notices.ts'
import { saidPeriod } from './said-period.ts'

type Shown = {
  readonly found: PublishedNotice
  readonly names: ReadonlyMap<string, string>
  readonly organs: Organs
  readonly filled: Filled
  readonly wrong?: Wrong
}

const fault = (wrong: Wrong, field: string): Html | undefined =>
  wrong[field] ? html`<em id="wrong-${field}">${wrong[field]}</em>` : undefined
const chosen = (is: boolean, word: string): Html | undefined => (is ? html` ${word}` : undefined)

/** The form for an objection; shown again with what was filled in when something is wrong. */
export function objectionFormPage({ found: { n, published }, names, organs, filled, wrong = {} }: Shown): string {
  const { batch, trial, title, period, cases } = published
  const faults = Object.keys(wrong).length
  const radio = (value: string, label: string) =>
    html`<label><input type="radio" name="identity" value="${value}"${chosen(filled.identity === value, 'checked')}> ${label}</label>`
  const body = html`
<p>针对:<a href="/public/notices/${batch}/${n}.html">${title}</a>(公示期${saidPeriod(period)})</p>
${faults > 0 ? html`<p class="wrong" role="alert">有${faults}处需要修改,所填内容和已收到的文件都在;改好后请再次提交。</p>` : undefined}
<form method="post" enctype="multipart/form-data" action="/objections/${batch}/${n}">
<input type="hidden" name="key" value="${filled.key}">
<label for="about">对哪个单位提出异议</label>
<select id="about" name="about"><option value="">请选择</option>${cases.map(
    (unit) =>
      html`<option value="${unit}"${chosen(filled.about === unit, 'selected')}>${names.get(unit) ?? unit}</option>`,
  )}</select>${fault(wrong, 'about')}
<label for="summary">异议内容(最多3000字,请写明事实和理由)</label>
<textarea id="summary" name="summary" rows="8">
${filled.summary}</textarea>${fault(wrong, 'summary')}
<fieldset><legend>实名或匿名</legend>
${radio('named', '实名(办理情况可以向您核实;姓名和联系方式严格保密,不公开)')}
${radio('anonymous', '匿名(请尽量附上证据,以便核查)')}
${fault(wrong, 'identity')}
<label for="name">姓名(实名的填写)</label>
<input type="text" id="name" name="name" value="${filled.name}" autocomplete="name">${fault(wrong, 'name')}
<label for="contact">联系方式(实名的填写)</label>
<input type="text" id="contact" name="contact" value="${filled.contact}">${fault(wrong, 'contact')}
</fieldset>
<label for="files">附件(可不附;最多${MOST_FILES}个,合计不超过4MB)</label>
${keptFiles(filled)}<input type="file" id="files" name="files" multiple>
<br><small>可收:${KEPT}</small>${fault(wrong, 'files')}
<p><button type="submit">提交异议</button></p>
</form>
<p><small>提交后会得到回执编号和查询码,凭此<a href="/objections/lookup">查询办理情况</a>。</small></p>`
  return layout({ title: '提出异议', organs, trial, body })
}

const keptFiles = ({ files }: Filled): Html[] =>
  files.map(
    ({ sha256, contentType, name }) =>
      html`<label><input type="checkbox" name="kept" value="${sha256} ${kindOfType(contentType)} ${name}" checked> 已收到:${name}</label>\n`,
  )
