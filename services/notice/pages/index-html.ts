import { saidDay } from '#calendar/said.ts'
import type { Organs } from '#county/organs.ts'
import { type Html, html } from './html.ts'
import type { DecisionLine, NoticeLine } from './index-lines.ts'
import { layout } from './layout.ts'

/** Of what is over, only the newest: a page stays under 14 KB. */
const MOST_ENDED = 30

const dated = ({ address, title, date }: DecisionLine): Html =>
  html`<li><a href="${address}">${title}</a>（${saidDay(date)}）</li>\n`

const listOf = (lines: readonly Html[], none: string): Html =>
  lines.length > 0 ? html`<ul>\n${lines}</ul>` : html`<p>${none}</p>`

export function indexHtml(
  notices: readonly NoticeLine[],
  calls: readonly DecisionLine[],
  decisions: readonly DecisionLine[],
  organs: Organs,
): string {
  const line = ({ batch, n, title, said }: NoticeLine) =>
    html`<li><a href="/public/notices/${batch}/${n}.html">${title}</a><br><small>公示期：${said}</small></li>\n`
  // The page stands still while a period ends: what it says is true before that instant and after it.
  const waiting = notices.filter(({ settled }) => !settled)
  const ended = notices.filter(({ settled }) => settled).slice(0, MOST_ENDED)
  return layout({
    title: '依法行政示范单位创建信息公开',
    organs,
    body: html`
<h2>尚未公布结果的公示</h2>
${listOf(waiting.map(line), '现在没有尚未公布结果的公示。')}
${waiting.length > 0 ? html`<p>公示期满后不再接收异议，结果公布后列入“已结束的公示”。</p>` : undefined}
${calls.length > 0 ? html`<h2>创建通知</h2>\n${listOf(calls.slice(0, MOST_ENDED).map(dated), '')}` : undefined}
<h2>命名决定</h2>
${listOf(decisions.slice(0, MOST_ENDED).map(dated), '还没有命名决定。')}
<h2>示范单位名录</h2>
<p><a href="/public/register.html">查看现有示范单位名录</a></p>
${ended.length > 0 ? html`<h2>已结束的公示</h2>\n${listOf(ended.map(line), '')}` : undefined}
<p class="screen"><a href="/objections/lookup">查询异议办理情况</a></p>`,
  })
}
