import type { Meeting, Resolution } from '#acts/resolution.ts'
import { saidDay } from '#calendar/said.ts'
import type { Organs } from '#county/county.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'

/** A meeting that named units, and those of them that could take it. */
export type Naming = { readonly meeting: Meeting; readonly units: readonly string[] }

/** The meetings that named units; the first naming of a unit counts. */
export function namingsOf({ meetings, setAside }: Resolution): readonly Naming[] {
  const isAside = (unit: string, { commit }: Meeting) =>
    setAside.some((line) => line.case === unit && line.number === commit)
  const seen = new Set<string>()
  return meetings.flatMap((meeting) => {
    const units = meeting.lines
      .filter((line) => line.outcome === 'named' && !isAside(line.case, meeting) && !seen.has(line.case))
      .map((line) => line.case)
    for (const unit of units) seen.add(unit)
    return units.length > 0 ? [{ meeting, units }] : []
  })
}

type Shown = {
  readonly title: string
  readonly trial: boolean
  readonly namings: readonly Naming[]
  readonly names: ReadonlyMap<string, string>
  readonly organs: Organs
}

/** The naming decision: which units, by which meeting, on which day, under which number. */
export const decisionHtml = ({ title, trial, namings, names, organs }: Shown): string =>
  layout({
    title: `关于命名依法行政示范单位的决定`,
    organs,
    trial,
    body: html`
<p class="mid"><small>${title}</small></p>
${namings.map((naming) => oneMeeting(naming, names, organs))}`,
  })

const oneMeeting = ({ meeting, units }: Naming, names: ReadonlyMap<string, string>, organs: Organs): Html => html`
<p class="mid">${meeting.number}</p>
<p>经${meeting.meeting}研究，决定命名下列${units.length}个单位为${organs.county}依法行政示范单位：</p>
<ol>
${units.map((unit) => html`<li>${names.get(unit) ?? unit}</li>\n`)}</ol>
<p class="sign">${organs.government}<br>${saidDay(meeting.date)}</p>`
