/** What a unit was reminded of by itself: on its page as long as it owes it, and in the timeline for ever. */

import { factsOf } from '#case/facts.ts'
import type { TimelineEntry } from '#contracts/case-page.ts'
import type { DueReminder } from '#contracts/shown/reminded.ts'
import { type Owed, type Reminded, remindedStream, saidReminder, thingOf } from '#reminders/due-reminders.ts'
import { owedBy, type Standing } from '#reminders/owed.ts'
import { knownAs } from '#rows/known.ts'
import { inspectionStream } from '#steps/work/inspection.ts'
import type { CaseCall } from '../intake-deps.ts'
import { startFactsOf } from '../offers/start-facts.ts'
import type { Looked } from './look-at-case.ts'

type Call = Pick<CaseCall, 'params' | 'received'>

/** The last of each thing that is still owed by the date that was named. */
export function dueReminder(call: Call, looked: Looked): DueReminder | undefined {
  const owed = new Set(owedBy(standingOf(call, looked), call.received).map(asNamed))
  const last = new Map<string, { readonly at: string; readonly line: Reminded }>()
  for (const { at, lines } of remindedOf(call, looked)) for (const line of lines) last.set(thingOf(line), { at, line })
  const shown = [...last.values()].filter(({ line }) => owed.has(asNamed(line)))
  const at = shown.at(-1)?.at
  return at === undefined ? undefined : { at, text: saidReminder(shown.map(({ line }) => line)) }
}

const asNamed = (owed: Owed): string => `${thingOf(owed)} ${owed.lateFrom}`

export const dueEntries = (call: Call, looked: Looked): TimelineEntry[] =>
  remindedOf(call, looked).map(({ at, lines }) => ({
    ...{ at, step: '到期提醒', event: saidReminder(lines), by: '系统', files: [] },
  }))

const remindedOf = ({ params: { batch, unit } }: Pick<Call, 'params'>, { known }: Pick<Looked, 'known'>) =>
  knownAs(known, 'reminded', remindedStream(batch, unit))?.all ?? []

function standingOf({ params: { batch, unit } }: Call, looked: Looked): Standing {
  const { read, progress, known } = looked
  if (read.state.visit === 0) return { start: startFactsOf(unit, looked) }
  return {
    facts: factsOf(read.state),
    reported: progress?.state.reports.map(({ period }) => period) ?? [],
    findings: knownAs(known, 'inspection', inspectionStream(batch, unit))?.findings ?? [],
  }
}
