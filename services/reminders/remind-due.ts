/** Once a day, on a day of work: reminds units of what is due soon and of what has become late, each of it once. */
import { publishedDates } from '#batch/published-dates.ts'
import { dateOf } from '#calendar/deadline.ts'
import type { Entered } from '#calendar/period.ts'
import { caseKind, caseStream } from '#case/case.ts'
import { factsOf } from '#case/facts.ts'
import { asAmended } from '#case/reschedule.ts'
import { holidaysKind, holidaysStream } from '#county/enter-holidays.ts'
import type { DueReminders } from '#county/reminders.ts'
import { faultOf, type Log, toConsole } from '#edge/log.ts'
import { eachApart } from '#ledger/altered.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { remindedKind, remindedStream, remindOfDue } from '#reminders/due-reminders.ts'
import { isAtWork, reachOf } from '#reminders/marks.ts'
import { dueNow, owedBy, type Standing } from '#reminders/owed.ts'
import type { BatchRow } from '#rows/row.ts'
import type { Rows } from '#rows/rows.ts'
import { dutyKind, dutyStream } from '#steps/work/duty.ts'
import { inspectionKind, inspectionStream, openFindings } from '#steps/work/inspection.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { type Near, startFacts, unitsNear } from './units-near.ts'

export type Deps = {
  readonly ledger: Ledger
  readonly rows: Rows
  readonly table: DueReminders
  readonly now: () => Date
}
/** `units`: how many were reminded, of `lines` things. `altered`: streams that are not what was written, left as they are. */
export type RemindedDay = {
  readonly atWork: boolean
  readonly units: number
  readonly lines: number
  readonly altered: number
}

export const remindDue =
  (deps: Deps, log: Log = toConsole) =>
  async (): Promise<RemindedDay> => {
    const now = deps.now().toISOString()
    const today = dateOf(now)
    const entered = await enteredHolidays(deps.ledger, today)
    if (!isAtWork(today, entered)) return { atWork: false, units: 0, lines: 0, altered: 0 }
    const day = { now, reach: reachOf(today, entered) }
    let [units, lines] = [0, 0]
    const altered = await eachApart(await unitsNear(deps, day), async (near) => {
      const said = await remindUnit(deps, near, day)
      if (said > 0) units++
      lines += said
    })
    for (const one of altered) log({ event: 'remind-due', ...faultOf(one) })
    return { atWork: true, units, lines, altered: altered.length }
  }

/** The year after, too: its notice may take in the last days of this one. */
async function enteredHolidays(ledger: Ledger, today: string): Promise<Entered> {
  const year = Number(today.slice(0, 4))
  const read = await Promise.all([year, year + 1].map((one) => readStream(ledger, holidaysKind, holidaysStream(one))))
  return read.flatMap(({ state }) => state.entered ?? [])
}

/** @returns of how many things it was reminded now */
async function remindUnit(
  { ledger, table }: Deps,
  near: Near,
  day: { readonly now: string; readonly reach: string },
): Promise<number> {
  const { batch, unit } = near
  const lines = dueNow(owedBy(await standingOf(ledger, near), day.now), table, day)
  const { events } = await execute(ledger, remindedKind, {
    stream: remindedStream(batch.batch, unit.unit),
    command: `remind ${dateOf(day.now)}`,
    by: ACTORS.reminder,
    decide: remindOfDue(lines, { received: day.now }),
  })
  return events.reduce((sum, event) => sum + (event.type === 'dueReminded' ? event.lines.length : 0), 0)
}

/** As the ledger has it now: the rows may lag, and whoever has handed in a moment ago is left alone. */
async function standingOf(ledger: Ledger, { batch, unit }: Near): Promise<Standing> {
  const of = { batch: batch.batch, unit: unit.unit }
  const read = await readStream(ledger, caseKind, caseStream(of.batch, of.unit))
  if (read.state.visit === 0) return { start: startFacts(batch, unit, { begun: false, dates: read.state.dates }) }
  const state = asAmended(read.state, amendmentsOf(batch))
  const [duty, inspection] = await Promise.all([
    readStream(ledger, dutyKind, dutyStream(of.batch, of.unit, state.step)),
    readStream(ledger, inspectionKind, inspectionStream(of.batch, of.unit)),
  ])
  return {
    facts: factsOf(state),
    reported: duty.state.reports.map(({ period }) => period),
    findings: openFindings(inspection.state),
  }
}

const amendmentsOf = ({ amendments = [] }: BatchRow) => publishedDates(amendments)
