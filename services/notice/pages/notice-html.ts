import { saidDay, saidEnd } from '#calendar/said.ts'
import type { Organs } from '#county/organs.ts'
import { OBJECTIONS_SETTLED, outcomeTitle } from '#procedure/procedure.ts'
import type { Notice } from '#steps/notice/notice-events.ts'
import type { NoticeStep } from '../notice/notice-step.ts'
import type { FoundNotice } from '../notice/read-notices.ts'
import { explainedPeriod, saidPeriod } from '../notice/said-period.ts'
import type { CaseStanding } from '../notice/who-has-taken.ts'
import { standingOf } from '../objection/standing-of.ts'
import { namedInOrder } from '../unit-name.ts'
import { html } from './html.ts'
import { layout } from './layout.ts'
import { officeContact } from './office-contact.ts'

type BatchEnd = { readonly reason: string }

type Shown = {
  readonly found: Pick<FoundNotice, 'n' | 'notice' | 'shown'>
  readonly names: ReadonlyMap<string, string>
  readonly step: NoticeStep
  readonly organs: Organs
  /** Of a closed notice: how the case of each unit stands. */
  readonly standings?: ReadonlyMap<string, CaseStanding>
  /** The batch has ended before its time, and the notice with it. */
  readonly cancelled?: BatchEnd
}

/** The notice as the public reads it: units and outcomes, never who objected. */
export function noticeHtml({ found: { n, notice, shown }, names, step, organs, standings, cancelled }: Shown): string {
  const { batch, title, trial, text, cases, publication, period } = shown
  const { closed } = notice
  const body = html`
${cancelled ? html`<p class="over">本批次已经取消，${closed ? undefined : '本次公示随之终止，'}不再接收异议；已经收到的异议照常答复。理由：${cancelled.reason}</p>` : undefined}
${closed && !cancelled ? html`<p class="over">本次公示已经结束，不再接收异议。各单位的公示结果见名单。</p>` : undefined}
${
  text
    ? text.split(/\n+/).map((line) => html`<p>${line}</p>\n`)
    : html`<p>现将下列${cases.length}个单位予以公示，接受社会监督。</p>`
}
<ol>
${namedInOrder(cases, names).map(({ unit, name }) => html`<li>${name}${closed ? html`（${resultOf({ notice, cancelled }, unit, step, standings?.get(unit))}）` : undefined}</li>\n`)}</ol>
<dl>
<dt>公示期</dt>
<dd>${saidPeriod(period)}${trial ? undefined : html`<br><small>${explainedPeriod(period)}</small>`}</dd>
<dt>发布</dt>
<dd>${saidDay(publication.on)}，${publication.place}</dd>
</dl>
${
  closed || cancelled
    ? undefined
    : html`<h2>如何提出异议</h2>
<p>公示期到${saidEnd(period.lateFrom)}为止。在此以前，任何单位和个人对公示对象有异议的，可以按下列方式提出；在此以后不再接收异议，公示结果将登载在本页。</p>
<ul>
<li>在线提出（无需注册，当场取得回执编号和查询码）；<p class="screen"><a class="go" href="/objections/${batch}/${n}">在线提出异议（${saidEnd(period.lateFrom)}截止）</a></p></li>
<li>向${organs.office}来电、来信、来访或发送电子邮件提出${officeContact(organs)}。</li>
</ul>
<p>提倡实名反映，并提供事实依据和联系方式；对异议人的信息严格保密。</p>`
}
<p class="screen"><a href="/objections/lookup">查询异议办理情况</a></p>
<p class="sign">${organs.office}<br>${saidDay(publication.on)}</p>`
  return layout({ title, organs, trial, body })
}

const NOT_KNOWN: CaseStanding = { took: false, endedAt: undefined, withBatch: false }

/** What a closed notice has come to for one unit; that nobody objected is said only where nobody did. */
function resultOf(
  { notice, cancelled }: { readonly notice: Notice; readonly cancelled: BatchEnd | undefined },
  unit: string,
  { procedure, name, value }: NoticeStep,
  { took, endedAt, withBatch }: CaseStanding = NOT_KNOWN,
): string {
  const { line, aside, open } = standingOf(notice, unit)
  if (!line || !took) {
    // What a case has come to by its end stays: a line that was given after that was set aside.
    if (endedAt && !withBatch) return '公示期间已另行办结'
    // Of a batch that is cancelled nothing more is to come, also where its news has not reached the case yet.
    if (cancelled) return '随批次取消而终止'
    return aside?.final ? '公示期间已另行办结' : '结果另行公布'
  }
  // Of a case that has ended neither: the objection is answered apart.
  if (open.length > 0) return endedAt || cancelled ? '公示期满，异议另行答复' : '结果另行公布'
  const about = Object.values(notice.objections).filter((one) => one.about === unit)
  // What was found after the end changes nothing of it.
  const found = about.flatMap(({ result, settledAt }) => (endedAt && settledAt && settledAt > endedAt ? [] : [result]))
  // An objection that turned up after the closing is found after the line was given.
  const outcome = found.includes('upheld')
    ? value.upheld
    : found.includes('reassess') && value.reassess
      ? value.reassess
      : line.outcome
  return outcome === value.clear && about.length > 0 ? OBJECTIONS_SETTLED : outcomeTitle(procedure, name, outcome)
}
