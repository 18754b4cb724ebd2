/** What the public form's addresses answer besides the form itself. */

import { said, saidDay } from '#calendar/said.ts'
import type { Organs } from '#county/county.ts'
import { html } from './html.ts'
import { layout } from './layout.ts'
import type { PublishedNotice } from './read-notices.ts'

type Receipt = {
  readonly found: PublishedNotice
  readonly organs: Organs
  readonly about: string
  readonly receipt: { readonly objection: string; readonly code: string; readonly at: string; readonly same: boolean }
  readonly answerBy: string
}

export const receiptPage = ({ found: { published }, organs, about, receipt, answerBy }: Receipt): string =>
  layout({
    title: '异议已收到',
    organs,
    trial: published.trial,
    body: html`
${
  receipt.same
    ? undefined
    : html`<p class="wrong">这份表单此前已提交过,以第一次提交的内容为准;如需补充,请重新打开表单另行提交。</p>`
}
<p>您对<strong>${about}</strong>的异议已于${said(receipt.at)}收到。</p>
<p>回执编号:<strong class="code" id="receipt">${receipt.objection}</strong><br>
查询码:<strong class="code" id="code">${receipt.code}</strong></p>
<p>请打印或抄下本页:查询码只在这里显示一次,系统不保存,遗失无法找回。</p>
<p>将于${saidDay(answerBy)}前答复;办理情况请凭编号和查询码<a href="/objections/lookup">查询</a>。</p>`,
  })

/** The notice takes no objections any more. */
export const closedPage = ({ n, published }: PublishedNotice, organs: Organs): string =>
  layout({
    title: '公示期已结束',
    organs,
    trial: published.trial,
    body: html`
<p>“<a href="/public/notices/${published.batch}/${n}.html">${published.title}</a>”的公示期已于${saidDay(published.period.lastDay)}结束,不再受理异议。</p>
<p>您仍可依法向有关机关反映。此前提交的异议可以<a href="/objections/lookup">查询办理情况</a>。</p>`,
  })

export const tooOftenPage = (organs: Organs): string =>
  layout({
    title: '提交过于频繁',
    organs,
    body: html`<p>同一网络地址一小时内提交次数过多,本次没有受理;请一小时后再试,或来电、来信、到访提出。</p>`,
  })

type LookUp = { readonly organs: Organs; readonly receipt?: string; readonly wrong?: string }

export const lookUpPage = ({ organs, receipt = '', wrong }: LookUp): string =>
  layout({
    title: '查询异议办理情况',
    organs,
    body: html`
<form method="post" enctype="multipart/form-data" action="/objections/lookup">
${wrong ? html`<p class="wrong" role="alert">${wrong}</p>` : undefined}
<label for="receipt">回执编号</label>
<input type="text" id="receipt" name="receipt" value="${receipt}" autocomplete="off">
<label for="code">查询码</label>
<input type="text" id="code" name="code" autocomplete="off">
<p><button type="submit">查询</button></p>
</form>`,
  })

type Standing = {
  readonly found: PublishedNotice
  readonly organs: Organs
  readonly about: string
  readonly objection: string
  readonly at: string
  readonly status: string
  readonly answerBy: string
  readonly reply: string | undefined
}

export const standingPage = ({ found, organs, about, objection, at, status, answerBy, reply }: Standing): string =>
  layout({
    title: '异议办理情况',
    organs,
    trial: found.published.trial,
    body: html`
<p>回执编号:${objection}<br>涉及单位:${about}<br>收到时间:${said(at)}</p>
<p>办理情况:<strong>${status}</strong></p>
${reply ? html`<h2>答复</h2><p>${reply}</p>` : html`<p>将于${saidDay(answerBy)}前答复。</p>`}`,
  })
