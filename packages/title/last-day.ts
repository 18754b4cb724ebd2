/** What is done about a title is of no day before that of what was done last, whichever kind either is. */
import { saidDay } from '#calendar/said.ts'
import { MEASURES } from './standing.ts'
import type { Title } from './title.ts'
import type { TitleEvent } from './title-events.ts'

type Done = { readonly day: string; readonly what: string }

/** Meetings count by the one that stands, since one entered wrongly is entered again; a correction of the entry is no act of its own. */
function doneBy({ met }: Title, event: TitleEvent): Done | undefined {
  if (event.type === 'rechecked') return { day: event.on, what: `${event.year}年年度复查` }
  if (event.type === 'meetingRecorded') return event === met ? { day: event.date, what: '会议决定' } : undefined
  if (event.type !== 'measureTaken' || event.measure.kind === 'enter') return undefined
  return { day: event.measure.on, what: MEASURES[event.measure.kind] }
}

/** Why a day cannot be, as the field says it; undefined where it can. */
export function whyBeforeLast(title: Title, on: string): string | undefined {
  const done = title.happened.flatMap((event) => doneBy(title, event) ?? [])
  const last = done.toSorted((a, b) => a.day.localeCompare(b.day)).at(-1)
  return last && on < last.day ? `不能早于此前的“${last.what}”（${saidDay(last.day)}）` : undefined
}
