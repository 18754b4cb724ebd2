import type { WorkItem } from '#contracts/views.ts'
import { procedureNamed } from '#procedure/procedures.ts'
import type { BatchRow, CaseRow, UnitRow } from '#rows/row.ts'
import { holdsIn, type Looking, workItem } from './work.ts'

/**
 * Calls whose period runs and for which a unit of this person's has not begun. Not for trials: a unit takes part in
 * one by beginning its case from the batch's page, and nobody else is troubled.
 */
export function workToStart(
  looking: Looking,
  batch: BatchRow,
  cases: readonly CaseRow[],
  units: readonly UnitRow[],
): WorkItem[] {
  if (batch.trial || looking.now >= batch.lateFrom) return []
  const begun = new Set(cases.map(({ unit }) => unit))
  return units
    .filter(({ unit, inScope }) => inScope && !begun.has(unit) && holdsIn(looking, 'unitClerk', unit))
    .map(({ unit }) =>
      workItem(looking, batch, {
        kind: 'start',
        step: procedureNamed(batch.procedure).start,
        unit,
        todo: `开始创建申请（${batch.title}）`,
        lateFrom: batch.lateFrom,
        path: `/console/cases/${batch.batch}/${unit}`,
      }),
    )
}
