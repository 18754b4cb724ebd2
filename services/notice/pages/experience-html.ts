/** 经验推广: what units that hold the title tell others, a page for each and a list; and that one was taken down, since when. */
import { saidDay } from '#calendar/said.ts'
import type { Organs } from '#county/organs.ts'
import { experiencePathOf, pathOfCode } from '#title/certificate.ts'
import type { Experience } from '#title/experience.ts'
import type { ExperienceWords } from '#title/experience-events.ts'
import { STANDING_TITLES, type Standing } from '#title/standing.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import type { TitleLine } from './register-html.ts'

export const EXPERIENCES = '/public/experiences.html'

type Shown = {
  readonly name: string
  readonly code: string
  readonly standing: Standing
  readonly experience: Pick<Experience, 'down'>
  /** What is published, with its day; nothing where it was taken back or down, of which only that is said. */
  readonly published?: { readonly words: ExperienceWords; readonly on: string } | undefined
}

export function experienceHtml({ name, code, standing, experience, published }: Shown, organs: Organs): string {
  const { down } = experience
  return layout({
    title: published ? published.words.title : `${name}的经验材料`,
    organs,
    body: html`${
      published
        ? html`
<p class="mid">${name}　${saidDay(published.on)}</p>
<p class="said">${published.words.text}</p>
<p><small>本文由${name}提供，经该单位负责人同意，由${organs.office}公开。</small></p>`
        : undefined
    }${down && !published ? html`\n<p class="wrong">${takenDown(down, name, organs)}</p>` : undefined}${
      published && standing !== 'held'
        ? html`\n<p class="wrong">该单位的称号现在：<strong>${STANDING_TITLES[standing]}</strong></p>`
        : undefined
    }
<p class="screen"><a href="${pathOfCode(code)}">${name}的称号</a>　<a href="${EXPERIENCES}">经验推广</a></p>`,
  })
}

const takenDown = ({ taker, on }: NonNullable<Experience['down']>, name: string, { office }: Organs): Html => {
  const since = saidDay(on)
  switch (taker) {
    case 'unit':
      return html`本材料已由${name}于${since}撤回，不再公开。`
    case 'office':
      return html`本材料已由${office}于${since}撤下，不再公开。`
    case 'revocation':
      return html`该单位的示范单位资格已经取消，本材料于${since}撤下，不再公开。`
  }
}

/** The newest first; a line that says when it was taken down has a page and stands in no list. */
export function experiencesHtml(titles: readonly TitleLine[], organs: Organs): string {
  const shown = titles
    .flatMap(({ name, code, experience }) =>
      experience && experience.until === undefined ? [{ name, code, ...experience }] : [],
    )
    .toSorted((a, b) => b.on.localeCompare(a.on) || a.code.localeCompare(b.code))
  return layout({
    title: '经验推广',
    organs,
    body: html`
<p>示范单位提供并同意公开的经验材料。</p>
${
  shown.length > 0
    ? html`<ul>
${shown.map(
  ({
    name,
    title,
    code,
    on,
  }) => html`<li><a href="${experiencePathOf(code)}">${title}</a><br><small>${name}　${saidDay(on)}</small></li>
`,
)}</ul>`
    : html`<p>现在没有公开的经验材料。</p>`
}
<p class="screen"><a href="/public/register.html">返回名录</a></p>`,
  })
}
