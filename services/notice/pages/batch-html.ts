/** What became of a call after it was published: amended dates, with old and new, and the end of its batch. */
import { type Batch, type CallTerms, datesOf, type Ending, standingTerms } from '#batch/batch.ts'
import type { Amended, Cancelled } from '#batch/change-events.ts'
import { endOf } from '#batch/step-date.ts'
import { dateOf } from '#calendar/deadline.ts'
import { saidDay, saidEnd } from '#calendar/said.ts'
import type { Organs } from '#county/organs.ts'
import { datedSteps, titleOf } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { html } from './html.ts'
import { layout } from './layout.ts'

type Changed = Pick<Batch, 'amendments'> & Ending & { readonly terms: CallTerms; readonly organs: Organs }

export function batchHtml({ terms, amendments, cancelled, organs }: Changed): string {
  const { title, trial, approval } = terms
  const procedure = procedureOf(terms.procedure)
  const [called, ends] = [datesOf(terms), datesOf(standingTerms(terms, amendments))]
  const dated = datedSteps(procedure)
  const signed = ({ at, number }: Amended | Cancelled) =>
    html`<p class="sign">${number ? html`${number}<br>` : undefined}${organs.office}<br>${saidDay(dateOf(at))}</p>`
  const body = html`
${cancelled ? html`<p class="over">本批次已经取消，不再办理。理由：${cancelled.reason}</p>\n${signed(cancelled)}` : undefined}
<dl>
<dt>批准</dt>
<dd>${approval.by}，${approval.reference}</dd>
${dated.map((step) => {
  const [first, now] = [called[step] ?? '', ends[step] ?? '']
  const before = first === now ? undefined : html`<br><small>原为${saidEnd(first)}</small>`
  return html`<dt>${titleOf(procedure, step)}截止</dt>\n<dd>${saidEnd(now)}${before}</dd>\n`
})}</dl>
${amendments.toReversed().map(
  (one) => html`<h2>${saidDay(dateOf(one.at))}通知变更</h2>
<ul>
${dated.flatMap((step) => {
  const moved = one.dates[step]
  return moved
    ? [
        html`<li>“${titleOf(procedure, step)}”的截止时间由${saidEnd(endOf(moved.from))}改为<strong>${saidEnd(endOf(moved.to))}</strong></li>\n`,
      ]
    : []
})}</ul>
<p>理由：${one.reason}</p>
${signed(one)}
`,
)}`
  return layout({ title, organs, trial, body })
}
