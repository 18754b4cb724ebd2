import { saidDay } from '#calendar/said.ts'
import type { Organs } from '#county/organs.ts'
import { namedInOrder } from '../unit-name.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import type { Announcing, Naming } from './read-decisions.ts'

type Names = ReadonlyMap<string, string>
type Shown = {
  readonly title: string
  readonly trial: boolean
  readonly namings: readonly Pick<Naming, 'meeting' | 'units' | 'correctedOn'>[]
  readonly names: Names
  readonly organs: Organs
}

/**
 * Whom a batch’s meetings have named. The meeting is cited as what it is: the number of its minutes and its day are not
 * those of a document, which this page does not pretend to be.
 */
export const decisionHtml = ({ title, trial, namings, names, organs }: Shown): string =>
  layout({
    title: '依法行政示范单位命名名单',
    organs,
    trial,
    body: html`
<p class="mid"><small>${title}</small></p>
${namings.map((naming) => oneMeeting(naming, names, organs))}`,
  })

const listOf = (units: readonly string[], names: Names): Html =>
  html`<ol>
${namedInOrder(units, names).map(({ name }) => html`<li>${name}</li>\n`)}</ol>`

const signed = ({ government }: Organs, date: string): Html =>
  html`<p class="sign">${government}<br>${saidDay(date)}</p>`

const oneMeeting = (
  { meeting, units, correctedOn }: Pick<Naming, 'meeting' | 'units' | 'correctedOn'>,
  names: Names,
  organs: Organs,
): Html => html`
<p>经${meeting.meeting}研究，决定命名下列${units.length}个单位为${organs.county}依法行政示范单位：</p>
${listOf(units, names)}
<p><small>依据：${saidDay(meeting.date)}${meeting.meeting}的决定，会议纪要编号：${meeting.number}。</small></p>
${correctedOn && html`<p><small>更正：${saidDay(correctedOn)}按会议纪要更正登记后列入。</small></p>\n`}<p class="sign">${organs.government}</p>`

/** A decision that is a document: its own title, number, day and words. */
export const announcementHtml = (
  { announced: { title, trial, number, date, text, commends }, units }: Announcing,
  { names, organs }: { readonly names: Names; readonly organs: Organs },
): string =>
  layout({
    title,
    organs,
    trial,
    body: html`
<p class="mid">${number}</p>
${text?.split(/\n+/).map((line) => html`<p>${line}</p>\n`)}
<p>命名${commends ? '并予以表彰' : ''}的单位，共${units.length}个：</p>
${listOf(units, names)}
${signed(organs, date)}`,
  })
