import { saidDay, saidEnd } from '#calendar/said.ts'
import type { Organs } from '#county/county.ts'
import { outcomeAt, type Procedure } from '#procedure/procedure.ts'
import { html } from './html.ts'
import { layout } from './layout.ts'
import type { PublishedNotice } from './read-notices.ts'
import { explainedPeriod, saidPeriod } from './said-period.ts'

type Shown = {
  readonly found: PublishedNotice
  readonly names: ReadonlyMap<string, string>
  readonly procedure: Procedure
  readonly organs: Organs
}

/** The notice as the public reads it: units and outcomes, never who objected. */
export function noticeHtml({ found: { n, notice, published }, names, procedure, organs }: Shown): string {
  const { batch, title, trial, text, cases, publication, period } = published
  const { closed, setAside } = notice
  const outcomeOf = (unit: string): string => {
    if (!closed) return ''
    if (setAside.some((line) => line.case === unit)) return '（公示期间已另行办结）'
    const outcome = closed.lines.find((line) => line.case === unit)?.outcome
    return outcome ? `（${outcomeAt(procedure, 'notice', outcome)?.title ?? outcome}）` : ''
  }
  const phone = organs.officePhone
    ? html`，电话<a href="tel:${organs.officePhone}">${organs.officePhone}</a>`
    : undefined
  const body = html`
${closed ? html`<p class="over">本次公示已经结束，不再受理异议。各单位的公示结果见名单。</p>` : undefined}
${
  text
    ? text.split(/\n+/).map((line) => html`<p>${line}</p>\n`)
    : html`<p>现将下列${cases.length}个单位予以公示，接受社会监督。</p>`
}
<ol>
${cases.map((unit) => html`<li>${names.get(unit) ?? unit}${outcomeOf(unit)}</li>\n`)}</ol>
<dl>
<dt>公示期</dt>
<dd>${saidPeriod(period)}${trial ? undefined : html`<br><small>${explainedPeriod(period)}</small>`}</dd>
<dt>发布</dt>
<dd>${saidDay(publication.on)}，${publication.place}</dd>
</dl>
${
  closed
    ? undefined
    : html`<h2>如何提出异议</h2>
<p>${saidEnd(period.lateFrom)}前，任何单位和个人对公示对象有异议的，可以：</p>
<ul>
<li>在线提出（无需注册，当场取得回执编号和查询码）；<p class="screen"><a class="go" href="/objections/${batch}/${n}">在线提出异议</a></p></li>
<li>向${organs.office}来电、来信、来访或发送电子邮件提出${phone}。</li>
</ul>
<p>提倡实名反映，并提供事实依据和联系方式；对异议人的信息严格保密。</p>`
}
<p class="screen"><a href="/objections/lookup">查询异议办理情况</a></p>
<p class="sign">${organs.office}<br>${saidDay(publication.on)}</p>`
  return layout({ title, organs, trial, body })
}
