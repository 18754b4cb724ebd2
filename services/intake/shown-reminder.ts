import type { Case } from '#case/case.ts'
import type { Reminder } from '#contracts/reminders.ts'
import { LISTS } from '#rows/row.ts'
import { rowsOf } from '#rows/rows.ts'
import type { CaseCall, IntakeDeps } from './intake-deps.ts'
import { nameOfOfficer } from './name-people.ts'

/** The office's last reminder to a unit that still owes its application; one from before a return is settled. */
export async function shownReminder(
  deps: Pick<IntakeDeps, 'ledger' | 'persons' | 'rows'>,
  { params: { batch, unit } }: Pick<CaseCall, 'params'>,
  { visit, step, procedure, last }: Case,
): Promise<Reminder | undefined> {
  if (visit > 0 && step !== procedure.start) return undefined
  const [row] = await rowsOf(deps.rows, 'reminders', LISTS.batch(batch), { prefix: 'reminders' })
  const found = row?.reminders.find(({ units }) => units.includes(unit))
  if (!found || (last && found.at <= last.at)) return undefined
  const { at, by, text } = found
  return { at, by: await nameOfOfficer(deps, by), text }
}
