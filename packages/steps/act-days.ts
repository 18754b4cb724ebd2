/**
 * The days that acts state themselves (a meeting's, a document's, a publication's, a visit's): none is before what it
 * rests on. The one place of that order, whatever the act.
 */
import { dateOf } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import type { Case } from '#case/case.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { titleOf } from '#procedure/procedure.ts'
import { announcementKind } from './announcement/announcement.ts'
import { meetingOf } from './resolution/lines-taken.ts'
import { resolutionKind } from './resolution/resolution.ts'

/** What an act rests on, and the day of that. */
export type RestsOn = { readonly what: string; readonly day: string }

export const sinceCall = (opened: string): RestsOn => ({ what: '创建通知发布之日', day: opened })

/** Why an act cannot bear that day, as the sentence at its field; undefined when it can. @param label what the field is called */
export function whyTooEarly(label: string, on: string, all: readonly RestsOn[]): string | undefined {
  const last = all.find(({ day }) => all.every((other) => other.day <= day))
  return last && on < last.day ? `${label}不能早于${last.what}（${saidDay(last.day)}）` : undefined
}

/**
 * What the cases have come through to where they stand, as far as it is after a day. A meeting or a document counts by
 * its own day, whenever it was recorded; everything else by the day on which it was decided, a notice by its closing.
 */
export async function cameThrough(
  ledger: Ledger,
  cases: ReadonlyMap<string, Pick<Case, 'last' | 'procedure'>>,
  { on, nameOf }: { readonly on: string; readonly nameOf: (unit: string) => string },
): Promise<readonly RestsOn[]> {
  const found: RestsOn[] = []
  const days = new Map<string, string>()
  for (const [unit, { last, procedure }] of cases) {
    // Nothing is dated after it was recorded, so that no more has to be read where this is early enough.
    if (!last || dateOf(last.at) <= on) continue
    const act = 'act' in last ? last.act : undefined
    const key = `${act?.stream}#${act?.number}`
    const day = (act && days.get(key)) ?? (await statedDay(ledger, act)) ?? dateOf(last.at)
    days.set(key, day)
    found.push({ what: `${nameOf(unit)}“${titleOf(procedure, last.step)}”有结果之日`, day })
  }
  return found
}

/** The day that an act states of itself; undefined of one that counts by the instant of its decision. */
async function statedDay(
  ledger: Ledger,
  act: { readonly stream: string; readonly number: number } | undefined,
): Promise<string | undefined> {
  if (act?.stream.startsWith('resolution/')) {
    // A corrected line was decided on the meeting's own day.
    return meetingOf((await readStream(ledger, resolutionKind, act.stream)).state, act.number)?.date
  }
  if (act?.stream.startsWith('decision/'))
    return (await readStream(ledger, announcementKind, act.stream)).state.published?.date
  return undefined
}
