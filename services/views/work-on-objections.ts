import { firstLateInstant } from '#calendar/deadline.ts'
import type { WorkItem } from '#contracts/views.ts'
import type { BatchRow, ObjectionRow } from '#rows/row.ts'
import { holds, isOfUnit, type Looking, workItem } from './work.ts'

/** Objections to admit, and admitted ones to find and answer, by their day of reply. */
export const workOnObjections = (looking: Looking, batch: BatchRow, objections: readonly ObjectionRow[]): WorkItem[] =>
  objections
    .filter(({ about }) => !isOfUnit(looking, about))
    .flatMap((row) => {
      const todo = todoOf(looking, row)
      if (!todo) return []
      return workItem(looking, batch, {
        kind: 'objection',
        step: 'notice',
        unit: row.about,
        todo,
        lateFrom: firstLateInstant(row.answerBy),
        path: `/console/batches/${row.batch}/notices/${row.n}`,
      })
    })

function todoOf(looking: Looking, { status, objection }: ObjectionRow): string | undefined {
  // An officer admits; only the head declines.
  if (status === 'received' && (holds(looking, 'officeOfficer') || holds(looking, 'officeHead')))
    return `决定是否受理异议${objection}`
  if (status === 'admitted' && holds(looking, 'officeHead')) return `调查、认定并答复异议${objection}`
  return undefined
}
