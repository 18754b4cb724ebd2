import type { WorkItem } from '#contracts/views.ts'
import { permissionFor } from '#procedure/permissions.ts'
import { titleOf } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import type { BatchRow, UnitRow } from '#rows/row.ts'
import { isOfUnit, type Looking } from '#steps/todo-shape.ts'
import type { BatchWork } from './batch-work.ts'
import { casePath } from './paths.ts'
import { type Watching, workItem } from './work.ts'

/**
 * The units of this person that may begin a case in a call whose period runs. Not in a trial: a unit takes part in one
 * by beginning its case from the batch's page, and nobody else is troubled.
 */
export function unitsToStart(
  looking: Looking,
  { trial, procedure: variant }: BatchRow,
  units: readonly UnitRow[],
): readonly UnitRow[] {
  if (trial) return []
  const procedure = procedureOf(variant)
  const step = procedure.start
  return units.filter(
    (row) =>
      row.inScope &&
      isOfUnit(looking, row) &&
      permissionFor('open-case', looking.holdings, { unit: row.unit, procedure, step }),
  )
}

/** @param units that have not begun */
export const workToStart = (watching: Watching, work: BatchWork, units: readonly string[]): WorkItem[] =>
  units.map((unit) => {
    const step = work.procedure.start
    return workItem(watching, work, {
      kind: 'start',
      command: 'open-case',
      step,
      unit,
      todo: `开始填写“${titleOf(work.procedure, step)}”（${work.batch.title}）`,
      lateFrom: startDate(work),
      path: casePath({ batch: work.batch.batch, unit }),
    })
  })

/** The first instant at which no case may begin any more, where the batch has one. */
export const startDate = ({ batch, procedure }: { batch: BatchRow; procedure: BatchWork['procedure'] }) =>
  batch.dates[procedure.start]
