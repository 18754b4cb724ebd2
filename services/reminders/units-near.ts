/** Whom the lists know to owe something whose mark is reached, and that was not said yet. The ledger is asked about these alone. */
import { batchStream } from '#batch/batch.ts'
import { isInvited } from '#batch/designated.ts'
import { publishedDates } from '#batch/published-dates.ts'
import { caseStream } from '#case/case.ts'
import { laterDates } from '#case/later-dates.ts'
import { amendedDate } from '#case/until-when.ts'
import type { DueReminders } from '#county/reminders.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { remindedStream, unsaid } from '#reminders/due-reminders.ts'
import { dueNow, owedBy, type Standing } from '#reminders/owed.ts'
import { type Known, knownAs } from '#rows/known.ts'
import { type BatchRow, type CaseRow, LISTS, type Row, type UnitRow } from '#rows/row.ts'
import { isOf, type Rows, rowsOf } from '#rows/rows.ts'
import type { StartFacts } from '#steps/start-todo.ts'
import { dutyStream } from '#steps/work/duty.ts'

export type Near = { readonly batch: BatchRow; readonly unit: Pick<UnitRow, 'unit' | 'inScope'> }
type Day = { readonly now: string; readonly reach: string }
type Deps = { readonly rows: Rows; readonly table: DueReminders }
type Looked = Near & { readonly standing: Standing }

/** Whether and until when a unit may begin; `dates`: its own, where it was given longer. */
export const startFacts = (
  batch: BatchRow,
  { unit, inScope }: Near['unit'],
  { begun, dates }: { readonly begun: boolean; readonly dates: Readonly<Record<string, string>> },
): StartFacts => {
  const procedure = procedureOf(batch.procedure)
  return {
    ...{ unit, procedure, trial: batch.trial, begun },
    inScope: isInvited(batch.terms ?? {}, { unit, inScope }),
    lateFrom: laterDates(batch.dates, dates)[procedure.start],
  }
}

export async function unitsNear({ rows, table }: Deps, day: Day): Promise<readonly Near[]> {
  const [open, starting, units] = await Promise.all([
    Array.fromAsync(rows.list(LISTS.open)),
    Array.fromAsync(rows.list(LISTS.batches, { from: day.now })),
    rowsOf(rows, 'unit', LISTS.units),
  ])
  const batches = await batchesOf(rows, open, starting)
  const byId = new Map(units.map((unit) => [unit.unit, unit]))
  const all = [...(await toBegin(rows, batches, units, starting, day, table)), ...(await going(rows, batches, open))]
  const due = all.flatMap((one) => {
    const lines = dueNow(owedBy(one.standing, day.now), table, day)
    return lines.length > 0 ? [{ ...one, lines }] : []
  })
  if (due.length === 0) return []
  const told = await rows.many(due.map(streamOf))
  return due
    .filter((one) => unsaid(knownAs(told, 'reminded', streamOf(one))?.all ?? [], one.lines).length > 0)
    .map(({ batch, unit }) => ({ batch, unit: byId.get(unit.unit) ?? unit }))
    .toSorted((a, b) => (streamOf(a) < streamOf(b) ? -1 : 1))
}

const streamOf = ({ batch, unit }: Near): string => remindedStream(batch.batch, unit.unit)

/** Those in which somebody may begin, or has; whatever is cancelled asks for nothing. */
async function batchesOf(rows: Rows, open: readonly Row[], starting: readonly Row[]) {
  const called = starting.filter(isOf('batch'))
  const named = [...open, ...starting].flatMap((row) => ('batch' in row ? [row.batch] : []))
  const others = new Set(named).difference(new Set(called.map(({ batch }) => batch)))
  const found = others.size > 0 ? [...(await rows.many([...others].map(batchStream))).values()] : []
  const running = [...called, ...found.filter(isOf('batch'))].filter(({ cancelled }) => !cancelled)
  return new Map(running.map((batch) => [batch.batch, batch]))
}

/** Units that have not begun, where the batch's own date is near, or their own. */
async function toBegin(
  rows: Rows,
  batches: ReadonlyMap<string, BatchRow>,
  units: readonly UnitRow[],
  starting: readonly Row[],
  day: Day,
  table: DueReminders,
): Promise<readonly Looked[]> {
  const longer = new Map(starting.filter(isOf('extension')).map((row) => [row.stream, row]))
  const perhaps = [...batches.values()].flatMap((batch) =>
    units.flatMap((unit): Looked[] => {
      const own = longer.get(caseStream(batch.batch, unit.unit))
      const dates = own ? { [procedureOf(batch.procedure).start]: own.lateFrom } : {}
      const standing = { start: startFacts(batch, unit, { begun: false, dates }) }
      return dueNow(owedBy(standing, day.now), table, day).length > 0 ? [{ batch, unit, standing }] : []
    }),
  )
  if (perhaps.length === 0) return []
  const cases = await rows.many(perhaps.map(({ batch, unit }) => caseStream(batch.batch, unit.unit)))
  return perhaps.filter(({ batch, unit }) => cases.get(caseStream(batch.batch, unit.unit))?.kind !== 'case')
}

/** Cases that go on, with what lies beside them. */
async function going(rows: Rows, batches: ReadonlyMap<string, BatchRow>, open: readonly Row[]): Promise<Looked[]> {
  const cases = open.filter(isOf('case')).filter(({ ended }) => !ended)
  const atWork = cases.filter(({ procedure, step }) => procedureOf(procedure).steps[step]?.kind === 'work')
  const duties: Known = atWork.length > 0 ? await rows.many(atWork.map(dutyOf)) : new Map()
  const inspections = new Map(open.filter(isOf('inspection')).map((row) => [caseStream(row.batch, row.unit), row]))
  return cases.flatMap((row) => {
    const batch = batches.get(row.batch)
    const lateFrom = batch && amendedDate(row, publishedDates(batch.amendments ?? []))
    return batch
      ? [
          {
            ...{ batch, unit: { unit: row.unit, inScope: true } },
            standing: {
              facts: { ...row, ...(lateFrom && { lateFrom }) },
              reported: knownAs(duties, 'duty', dutyOf(row))?.reported ?? [],
              findings: inspections.get(row.stream)?.findings ?? [],
            },
          },
        ]
      : []
  })
}

const dutyOf = ({ batch, unit, step }: CaseRow): string => dutyStream(batch, unit, step)
