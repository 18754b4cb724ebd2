/** A call, and what became of it after it was opened: amended dates, with old and new, and the end of its batch. */
import type { Batch, CallTerms, Ending } from '#batch/batch.ts'
import type { Amended, Cancelled } from '#batch/change-events.ts'
import { callFilePath } from '#batch/files-of-call.ts'
import { type SaidFile, type SaidLine, type SaidPart, saidCall } from '#batch/said-call.ts'
import { endOf } from '#batch/step-date.ts'
import { dateOf } from '#calendar/deadline.ts'
import { saidDay, saidEnd } from '#calendar/said.ts'
import type { Organs } from '#county/organs.ts'
import { datedSteps, titleOf } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'

type Shown = Pick<Batch, 'amendments' | 'openedAt'> &
  Ending & { readonly batch: string; readonly terms: CallTerms; readonly organs: Organs }

/** The call's dates for calendars. */
export const calendarPath = (batch: string): string => `public/batches/${batch}.ics`

/** @param shown without `openedAt`: as it would be, opened now */
export function batchHtml({ batch, terms, openedAt, amendments, cancelled, organs }: Shown): string {
  const { title, trial } = terms
  const procedure = procedureOf(terms.procedure)
  const dated = datedSteps(procedure)
  const signed = ({ at, number }: Amended | Cancelled) =>
    html`<p class="sign">${number ? html`${number}<br>` : undefined}${organs.office}<br>${saidDay(dateOf(at))}</p>`
  const body = html`
${terms.document ? html`<p class="mid">${terms.document.number}</p>\n` : undefined}${cancelled ? html`<p class="over">本批次已经取消，不再办理。理由：${cancelled.reason}</p>\n${signed(cancelled)}` : undefined}
${saidCall(terms, amendments).forAll.map((part) => partOf(part, openedAt === undefined ? undefined : batch))}${openedAt ? html`<p class="screen"><a href="/${calendarPath(batch)}">把期限存入日历（下载日历文件）</a></p>\n` : undefined}${signedBy(terms, openedAt, organs)}${amendments
  .toReversed()
  .map(
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

/** By its own day and whoever issued it; a trial, which is no document, by the office on the day it was opened. */
function signedBy({ document }: CallTerms, openedAt: string | undefined, { office }: Organs): Html | undefined {
  const on = document?.date ?? (openedAt && dateOf(openedAt))
  return on ? html`<p class="sign">${document?.organ ?? office}<br>${saidDay(on)}</p>\n` : undefined
}

/** What a list may take on the page, in characters, which stays small; a longer one is counted, and units read it whole. */
const MOST_IN_LIST = 500

/** @param batch whose files everybody gets; undefined while nobody does */
const partOf = (
  { title, text, lines, items, files = [] }: SaidPart,
  batch: string | undefined,
): Html => html`<h2>${title}</h2>
${text.map((one) => html`<p>${one}</p>\n`)}${lines.length > 0 ? html`<dl>\n${lines.map(lineOf)}</dl>\n` : undefined}${filesOf(files, batch)}${listOf(items)}`

const filesOf = (files: readonly SaidFile[], batch: string | undefined): Html | undefined =>
  files.length === 0
    ? undefined
    : html`<ol>\n${files.map(({ n, name }) =>
        batch === undefined
          ? html`<li>${name}</li>\n`
          : html`<li><a href="${callFilePath(batch, n)}">${name}</a></li>\n`,
      )}</ol>\n`

function listOf(items: readonly string[]): Html | undefined {
  if (items.length === 0) return undefined
  if (items.join('').length > MOST_IN_LIST) return html`<p>共${items.length}项。</p>\n`
  return html`<ol>\n${items.map((one) => html`<li>${one}</li>\n`)}</ol>\n`
}

const lineOf = ({ label, said, note }: SaidLine): Html =>
  html`<dt>${label}</dt>\n<dd>${said}${note ? html`<br><small>${note}</small>` : undefined}</dd>\n`
