import { remindersStream } from '#batch/remind-units.ts'
import type { Reminder } from '#contracts/reminders.ts'
import { stepOf } from '#procedure/procedure.ts'
import { knownAs } from '#rows/known.ts'
import type { CaseCall } from '../intake-deps.ts'
import type { Looked } from './look-at-case.ts'

/** The office's last reminder to a unit that still owes its form or a report, and whose it is; one from before a return, or before a report that came since, is settled. */
export function lastReminder(
  { params: { batch, unit } }: Pick<CaseCall, 'params'>,
  { read: { state }, known, progress }: Pick<Looked, 'read' | 'known' | 'progress'>,
): Reminder | undefined {
  const { visit, step, procedure, last } = state
  if (visit > 0 && !stepOf(procedure, step, 'entry') && !stepOf(procedure, step, 'work')) return undefined
  const row = knownAs(known, 'reminders', remindersStream(batch))
  const found = row?.reminders.find(({ units }) => units.includes(unit))
  if (!found || (last && found.at <= last.at)) return undefined
  if (progress?.state.reports.some(({ at }) => at >= found.at)) return undefined
  const { at, by, text } = found
  return { at, by, text }
}
