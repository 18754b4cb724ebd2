/** What a unit was reminded of by itself: on its page as long as it owes it, and in the timeline for ever. */

import type { TimelineEntry } from '#contracts/case-page.ts'
import type { DueReminder } from '#contracts/views.ts'
import { type Reminded, remindedStream, saidReminder, thingOf } from '#reminders/due-reminders.ts'
import { knownAs } from '#rows/known.ts'
import { inspectionStream } from '#steps/work/inspection.ts'
import type { CaseCall } from '../intake-deps.ts'
import type { Looked } from './look-at-case.ts'

type Call = Pick<CaseCall, 'params'>

/** The last of each thing that is still owed, by the date that it has now. */
export function dueReminder(call: Call, looked: Looked): DueReminder | undefined {
  const last = new Map<string, { readonly at: string; readonly line: Reminded }>()
  for (const { at, lines } of remindedOf(call, looked)) for (const line of lines) last.set(thingOf(line), { at, line })
  const owed = [...last.values()].filter(({ at, line }) => isOwed(call, looked, at, line))
  const at = owed.at(-1)?.at
  return at === undefined ? undefined : { at, text: saidReminder(owed.map(({ line }) => line)) }
}

export const dueEntries = (call: Call, looked: Looked): TimelineEntry[] =>
  remindedOf(call, looked).map(({ at, lines }) => ({
    ...{ at, step: '到期提醒', event: saidReminder(lines), by: '系统', files: [] },
  }))

const remindedOf = ({ params: { batch, unit } }: Call, { known }: Pick<Looked, 'known'>) =>
  knownAs(known, 'reminded', remindedStream(batch, unit))?.all ?? []

/** A form until it is handed in, a report until it is sent, a finding until the unit has said how it was mended. */
function isOwed({ params }: Call, { read: { state }, procedure, progress, known }: Looked, at: string, line: Reminded) {
  const { visit, step, last } = state
  switch (line.kind) {
    case 'form':
      return line.step === (visit === 0 ? procedure.start : step) && (!last || at > last.at)
    case 'report':
      return line.step === step && !progress?.state.reports.some(({ period }) => period === line.period)
    case 'finding':
      return (
        Object.hasOwn(procedure.steps, visit === 0 ? procedure.start : step) &&
        knownAs(known, 'inspection', inspectionStream(params.batch, params.unit))?.findings.some(
          ({ n, item, lateFrom, answered }) =>
            n === line.n && item === line.item && lateFrom === line.lateFrom && answered === undefined,
        ) === true
      )
  }
}
