import type { Organs } from '#county/organs.ts'
import { PRIVACY_PATH, PRIVACY_TITLE, privacyNotice, toObjectors } from '#county/privacy-notice.ts'
import type { Retention } from '#county/retention.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'

type Shown = { readonly organs: Organs; readonly retention: Retention }

/** All that people are told of their data. */
export const privacyPage = ({ organs, retention }: Shown): string =>
  layout({
    title: PRIVACY_TITLE,
    organs,
    body: html`${privacyNotice({ ...organs, retention }).map(
      ({ title, lines }) => html`<h2>${title}</h2>\n${lines.map((line) => html`<p>${line}</p>\n`)}`,
    )}`,
  })

/** In short, where somebody says who they are; the whole in another window, since the form is filled in. */
export const privacyLine = ({ organs, retention }: Shown): Html =>
  html`<p><small>${PRIVACY_TITLE}：${toObjectors({ ...organs, retention })}<a href="${PRIVACY_PATH}" target="_blank">全文</a></small></p>`
