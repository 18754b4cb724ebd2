/** What the public form's addresses answer besides the form itself. */

import { said, saidDay, saidEnd } from '#calendar/said.ts'
import type { Organs } from '#county/organs.ts'
import type { PublishedNotice } from '../notice/read-notices.ts'
import { html } from './html.ts'
import { layout } from './layout.ts'

type Receipt = {
  readonly found: PublishedNotice
  readonly organs: Organs
  readonly about: string
  readonly receipt: { readonly objection: string; readonly code: string; readonly at: string }
  readonly answerBy: string
  /** What was sent under a form that had been sent with something else: given back, for it was not taken. */
  readonly untaken: string | undefined
}

export const receiptPage = ({ found: { published }, organs, about, receipt, answerBy, untaken }: Receipt): string =>
  layout({
    title: untaken === undefined ? '异议已收到' : '本次内容没有登记',
    organs,
    trial: published.trial,
    stays: true,
    body: html`
${
  untaken === undefined
    ? undefined
    : html`<p class="wrong" role="alert">这份表单此前已提交过另一份内容，本次内容没有登记；如需补充，请重新打开表单另行提交。本次所填的异议内容如下，可以复制：</p>
<p class="said">${untaken}</p>
<p>此前提交的一份：</p>`
}
<p>您对<strong>${about}</strong>的异议已于${said(receipt.at)}收到。</p>
<dl>
<dt>回执编号</dt><dd><strong class="code" id="receipt" translate="no">${receipt.objection}</strong></dd>
<dt>查询码</dt><dd><strong class="code" id="code" translate="no">${receipt.code}</strong></dd>
<dt>答复期限</dt><dd>不迟于${saidDay(answerBy)}（含当日）</dd>
</dl>
<p><strong>请现在截屏、打印或抄下本页。</strong>查询码只在这里显示一次，系统不保存，遗失无法找回。</p>
<form class="screen" method="post" enctype="multipart/form-data" action="/objections/lookup">
<input type="hidden" name="receipt" value="${receipt.objection}"><input type="hidden" name="code" value="${receipt.code}">
<button type="submit">查询办理情况</button> <small>在新页面打开，本页仍在</small>
</form>`,
  })

/** The notice takes no objections any more; what somebody sends too late is given back to them. */
/** `late`: what was written and came too late. `cancelled`: the notice has ended with its batch, not by its period. */
export const closedPage = (
  { n, published }: PublishedNotice,
  organs: Organs,
  { late = '', cancelled = false }: { readonly late?: string; readonly cancelled?: boolean } = {},
): string =>
  layout({
    title: cancelled ? '公示已终止' : '公示期已结束',
    organs,
    trial: published.trial,
    stays: late !== '',
    body: html`
<p>“<a href="/public/notices/${published.batch}/${n}.html">${published.title}</a>”${cancelled ? '已随批次取消而终止' : `的公示期已于${saidEnd(published.period.lateFrom)}结束`}，不再接收异议。</p>
${
  late
    ? html`<p class="wrong" role="alert">您的异议在结束之后送达，未予接收。所填内容如下，可以复制留存：</p>
<p class="said">${late}</p>`
    : undefined
}
<p>您仍可依法向有关机关反映。此前提交的异议可以<a href="/objections/lookup">查询办理情况</a>。</p>`,
  })

type LookUp = { readonly organs: Organs; readonly receipt?: string; readonly code?: string; readonly wrong?: string }

export const lookUpPage = ({ organs, receipt = '', code = '', wrong }: LookUp): string =>
  layout({
    title: '查询异议办理情况',
    organs,
    body: html`
<form method="post" enctype="multipart/form-data" action="/objections/lookup">
${wrong ? html`<p class="wrong" role="alert">${wrong}</p>` : undefined}
<label for="receipt">回执编号 <small>如2018-2-1-AB23CD45</small></label>
<input type="text" id="receipt" name="receipt" value="${receipt}" autocomplete="off" autocapitalize="characters">
<label for="code">查询码 <small>8位字母和数字，不分大小写</small></label>
<input type="text" id="code" name="code" value="${code}" autocomplete="off" autocapitalize="characters">
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
<dl>
<dt>办理情况</dt><dd><strong>${status}</strong>${reply ? undefined : html`，将不迟于${saidDay(answerBy)}（含当日）答复`}</dd>
<dt>涉及单位</dt><dd>${about}</dd>
<dt>收到时间</dt><dd>${said(at)}</dd>
<dt>回执编号</dt><dd>${objection}</dd>
</dl>
${reply ? html`<h2>答复</h2><p class="said">${reply}</p>` : undefined}`,
  })
