/** The register 名录: who holds the title and who held it, as a page, as JSON and as an Atom feed; and a page per title. */

import { z } from 'zod/mini'
import { saidDay } from '#calendar/said.ts'
import type { Organs } from '#county/organs.ts'
import type { TitleRow } from '#rows/title-row.ts'
import { codeOf, experiencePathOf, pathOfCode } from '#title/certificate.ts'
import { howMany } from '#title/how-many.ts'
import { isOver, MEASURES, STANDING_TITLES, STANDINGS } from '#title/standing.ts'
import { heldSince, type Title, titleStream } from '#title/title.ts'
import type { TitleEvent } from '#title/title-events.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import { addressOfDecision } from './read-decisions.ts'

/** `address`: where its decision is read; `document`: by which number it is known, where this system did not publish it. */
const titleLine = z.object({
  name: z.string(),
  batch: z.string(),
  standing: z.enum(STANDINGS),
  on: z.string(),
  code: z.string(),
  page: z.string(),
  certificate: z.optional(z.string()),
  address: z.optional(z.string()),
  document: z.optional(z.string()),
  endedOn: z.optional(z.string()),
  changedAt: z.string(),
  /** What the unit tells others 经验材料, since when; `until`: it was taken back or down then, and has no title here any more. */
  experience: z.optional(
    z.object({ page: z.string(), on: z.string(), title: z.optional(z.string()), until: z.optional(z.string()) }),
  ),
})
export type TitleLine = z.infer<typeof titleLine>
const published = z.object({ county: z.string(), titles: z.array(titleLine) })

/** As the public knows it; nothing while its first entry waits for approval. */
export function lineOf(row: Omit<TitleRow, 'stream' | 'number' | 'shape'>, name: string): TitleLine[] {
  const { held, on, batch, act, document, certificate, endedOn, changedAt, published: told } = row
  const address = act && addressOfDecision(batch, act)
  if (!held) return []
  return [
    {
      ...{ name, batch, ...held, on, page: pathOfCode(held.code), changedAt },
      ...(certificate && { certificate }),
      ...(address && { address }),
      ...(document && { document }),
      ...(endedOn && { endedOn }),
      ...(told && {
        experience: {
          ...{ page: experiencePathOf(held.code), on: told.on },
          ...(told.until ? { until: told.until } : { title: told.title }),
        },
      }),
    },
  ]
}
/** Whether anything was ever published of a unit's experience: its list has a page then. */
export const hasExperience = (titles: readonly TitleLine[]): boolean => titles.some(({ experience }) => experience)

const said = ({ standing, endedOn }: TitleLine): Html | undefined =>
  standing === 'held'
    ? undefined
    : html` <b>${STANDING_TITLES[standing]}</b>${endedOn ? html`（${saidDay(endedOn)}）` : undefined}`

const named = ({ on, address, document }: TitleLine): Html =>
  html`${saidDay(on)}${address ? html`<a href="${address}">命名</a>` : html`命名（${document}）`}`
const oneLine = (line: TitleLine): Html => html`<li><a href="${line.page}">${line.name}</a>${said(line)}</li>\n`
/** By the decision that named them, which stands once: a page stays under 14 KB. */
const byDecision = (titles: readonly TitleLine[]): Html[] =>
  [...Map.groupBy(titles, ({ on, address, document }) => `${on} ${address ?? document}`).values()].map(
    (lines) => html`<h2>${lines[0] && named(lines[0])}</h2>
<ol>
${lines.map(oneLine)}</ol>
`,
  )

/** Who holds the title, the latest first, and below who held it. */
export function registerHtml(titles: readonly TitleLine[], organs: Organs): string {
  const [standing, over] = [titles.filter((one) => !isOver(one.standing)), titles.filter((one) => isOver(one.standing))]
  return layout({
    title: '依法行政示范单位名录',
    organs,
    body: html`${
      standing.length > 0
        ? html`
<p>共${howMany(standing.map(({ name }) => name))}。</p>
${byDecision(standing)}`
        : html`<p>${titles.length > 0 ? '现在没有单位持有称号。' : '还没有命名的单位。'}</p>`
    }${
      over.length > 0
        ? html`
<h2>称号已经取消、失效的单位</h2>
<ol>
${over.map(oneLine)}</ol>`
        : undefined
    }
<form class="screen" action="/public/titles/check" method="get">
<label for="code">查验证书<small>（证书上的12位查验码）</small></label>
<input id="code" name="code" required maxlength="30" autocomplete="off" placeholder="如7F3A-91C0-22DE">
<p><button>查验</button></p>
</form>
${hasExperience(titles) ? html`<p class="screen"><a href="/public/experiences.html">经验推广</a>：示范单位公开的经验材料</p>\n` : undefined}<p class="screen"><small>供程序读取：<a href="/public/register.json">名录数据</a>　<a href="/public/register.atom">更新订阅</a></small></p>`,
  })
}

/** The same for programs, and what the other two forms of the list are made from. Days are of Asia/Shanghai. */
export const registerJson = (titles: readonly TitleLine[], { county }: Organs): string =>
  `${JSON.stringify({ county, titles })}\n`
/** What it lists; nothing of a text that is none of ours. */
export const titlesIn = (text: string | undefined): readonly TitleLine[] =>
  text === undefined ? [] : published.parse(JSON.parse(text)).titles

/** An entry per title, the last changed first; a county without titles has been changed by nothing yet. */
export const registerAtom = (titles: readonly TitleLine[], { county, government }: Organs): string =>
  html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<title>${county}依法行政示范单位名录</title>
<id>urn:shifan:${encodeURIComponent(county)}:register</id>
<updated>${newestFirst(titles)[0]?.changedAt ?? '1970-01-01T00:00:00.000Z'}</updated>
<author><name>${government}</name></author>
<link rel="alternate" type="text/html" href="/public/register.html"/>
${newestFirst(titles).map(
  ({ name, standing, on, code, page, changedAt }) => html`<entry>
<title>${name}：${STANDING_TITLES[standing]}</title>
<id>urn:shifan:${encodeURIComponent(county)}:title:${code}</id>
<updated>${changedAt}</updated>
<link rel="alternate" type="text/html" href="${page}"/>
<summary>${saidDay(on)}命名，现在“${STANDING_TITLES[standing]}”。</summary>
</entry>
`,
)}</feed>
`.text
const newestFirst = (titles: readonly TitleLine[]) =>
  titles.toSorted((a, b) => b.changedAt.localeCompare(a.changedAt) || a.code.localeCompare(b.code))

type ShownTitle = { readonly title: Title; readonly unit: string; readonly batch: string; readonly name: string }

/** What a certificate's code leads to: whether the title is held, since when and by what, and what has become of it. */
export function titleHtml({ title, unit, batch, name }: ShownTitle, organs: Organs): string {
  const { conferred, entered, standing = 'held', happened, revoked, experience } = title
  const since = heldSince(title)
  const code = codeOf(titleStream(unit, batch), title) ?? ''
  const certificate = conferred?.certificate ?? entered?.measure.certificate
  const shown = happened.flatMap((event) => happenedHtml(event, organs))
  return layout({
    title: `${name}：依法行政示范单位称号`,
    organs,
    body: html`
<p class="${standing === 'held' ? 'over' : 'wrong'}">称号现在：<strong>${STANDING_TITLES[standing]}</strong></p>
<dl>
<dt>单位</dt><dd>${name}</dd>
<dt>命名日期</dt><dd>${since ? saidDay(since.on) : ''}</dd>
<dt>命名依据</dt><dd>${
      conferred
        ? html`<a href="${addressOfDecision(batch, conferred.act.stream)}">命名决定</a>`
        : html`${entered?.measure.text}（${entered?.measure.number}）`
    }</dd>
${certificate ? html`<dt>证书编号</dt><dd>${certificate}</dd>\n` : undefined}<dt>查验码</dt><dd>${code}</dd>
</dl>
${
  experience.published
    ? html`<p class="screen">经验材料：<a href="${experiencePathOf(code)}">${experience.published.title}</a></p>\n`
    : undefined
}${shown.length > 0 ? html`<h2>命名以后</h2>\n<ol>\n${shown}</ol>` : undefined}
${revoked ? html`<p class="sign">${organs.government}<br>${saidDay(revoked.measure.on)}</p>` : undefined}
<p class="screen"><a href="/public/register.html">返回名录</a></p>`,
  })
}

/** What of it the public reads: not what is only proposed, and of a re-check only that it was made. */
function happenedHtml(event: TitleEvent, organs: Organs): Html[] {
  if (event.type === 'rechecked') return [html`<li>已作${event.year}年年度复查（${saidDay(event.on)}）</li>\n`]
  if (event.type === 'plaqueReturned') return [html`<li>收回牌匾（${saidDay(event.on)}）</li>\n`]
  if (event.type !== 'measureTaken') return []
  const { measure } = event
  switch (measure.kind) {
    case 'propose':
    case 'enter':
      return []
    case 'revoke':
      return [
        html`<li>${organs.government}决定取消示范单位资格（${measure.number}，${saidDay(measure.on)}）<br><span class="said">${measure.text}</span></li>
`,
      ]
    default:
      return [
        html`<li>${MEASURES[measure.kind]}（${saidDay(measure.on)}）<br><span class="said">${measure.text}</span></li>
`,
      ]
  }
}
