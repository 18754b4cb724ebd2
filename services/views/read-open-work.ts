/** Open work of every batch, whatever batches there were: lists of them, and at once what they ask for beside. */
import { batchStream } from '#batch/batch.ts'
import { caseStream } from '#case/case.ts'
import { stepAt } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { type BatchRow, type CaseRow, LISTS, type Row, type UnitRow } from '#rows/row.ts'
import { isOf, type Rows, rowsOf } from '#rows/rows.ts'
import { panelStream } from '#steps/inquiry/panel.ts'
import { resolutionStream } from '#steps/resolution/resolution.ts'
import { progressStream } from '#steps/work/progress.ts'
import { type BatchWork, batchWork } from './batch-work.ts'

type OpenWork = {
  readonly units: readonly UnitRow[]
  readonly batches: readonly BatchWork[]
  /** Of the batches in which a case may still begin, units that may and have not. */
  readonly toStart: readonly { readonly work: BatchWork; readonly units: readonly string[] }[]
}

/**
 * @param now an instant
 * @param mayStart which units are asked to begin in a batch
 */
export async function readOpenWork(
  rows: Rows,
  now: string,
  mayStart: (batch: BatchRow, units: readonly UnitRow[]) => readonly UnitRow[],
): Promise<OpenWork> {
  const [open, known, units] = await Promise.all([
    Array.fromAsync(rows.list(LISTS.open)),
    rowsOf(rows, 'batch', LISTS.batches, { from: now }),
    rowsOf(rows, 'unit', LISTS.units),
  ])
  // The first late instant itself is late.
  const starting = known
    .filter(({ order }) => order > now)
    .map((row) => ({ row, mine: mayStart(row, units).map(({ unit }) => unit) }))
  const byBatch = Map.groupBy(open, batchOf)
  const called = starting.map(({ row }) => row)
  const others = new Set(byBatch.keys()).difference(new Set(called.map(({ batch }) => batch)))
  // Rows of cases too, since one that has left again does not begin a second time.
  const found = await rows.many([
    ...[...others].map(batchStream),
    ...open.flatMap((row) => (row.kind === 'case' ? besideOf(row) : [])),
    ...starting.flatMap(({ row: { batch }, mine }) => mine.map((unit) => caseStream(batch, unit))),
  ])
  const beside = Map.groupBy(
    [...found.values()].filter(({ kind }) => BESIDE.has(kind)),
    batchOf,
  )
  const batches = [...called, ...[...found.values()].filter(isOf('batch'))].map((row) =>
    batchWork(row, once([...(byBatch.get(row.batch) ?? []), ...(beside.get(row.batch) ?? [])])),
  )
  const toStart = starting.flatMap(({ row: { batch }, mine }) => {
    const work = batches.find((one) => one.batch.batch === batch)
    return work ? [{ work, units: mine.filter((unit) => !found.has(caseStream(batch, unit))) }] : []
  })
  return { units, batches, toStart }
}

const batchOf = (row: Row): string => ('batch' in row ? row.batch : '')
const BESIDE: ReadonlySet<Row['kind']> = new Set(['resolution', 'progress', 'panel', 'notice'])
const once = (rows: readonly Row[]): readonly Row[] => [...new Map(rows.map((row) => [row.stream, row])).values()]

/** Lists that were submitted, reports that were sent, methods that have ended, the notice that a case waits in. */
function besideOf({ batch, unit, visit, procedure, step, notice }: CaseRow): string[] {
  const value = stepAt(procedureOf(procedure), step)
  switch (value?.kind) {
    case 'resolution':
      return value.prepares ? [resolutionStream(batch, step)] : []
    case 'notice':
      return notice ? [notice] : []
    case 'work':
      return [progressStream(batch, unit)]
    case 'inquiry':
      return [panelStream(batch, unit, visit)]
    default:
      return []
  }
}
