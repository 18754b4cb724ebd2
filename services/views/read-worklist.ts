import type { viewsEndpoints, WorkItem } from '#contracts/views.ts'
import type { UseCase } from '#edge/use-case.ts'
import { type BatchRow, LISTS, type UnitRow } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import { holds, type Looking } from './work.ts'
import { workOnCases } from './work-on-cases.ts'
import { workOnLists } from './work-on-lists.ts'
import { workOnObjections } from './work-on-objections.ts'
import { workToStart } from './work-to-start.ts'

/** What waits for the caller in every batch, the most urgent first. */
export const readWorklist =
  ({ rows, now }: { readonly rows: Rows; readonly now: () => Date }): UseCase<typeof viewsEndpoints.readWorklist> =>
  async ({ caller }) => {
    const [batches, units] = await Promise.all([
      rowsOf(rows, 'batch', LISTS.batches),
      rowsOf(rows, 'unit', LISTS.units),
    ])
    const at = now().toISOString()
    const looking = { ...caller, now: at, names: new Map(units.map(({ unit, name }) => [unit, name])) }
    const items = await Promise.all(batches.map((batch) => workIn(rows, looking, batch, units)))
    return { now: at, items: items.flat().toSorted(byUrgency) }
  }

async function workIn(rows: Rows, looking: Looking, batch: BatchRow, units: readonly UnitRow[]): Promise<WorkItem[]> {
  const ofOffice = holds(looking, 'officeOfficer') || holds(looking, 'officeHead')
  const [cases, notices, objections] = await Promise.all([
    rowsOf(rows, 'case', LISTS.batch(batch.batch), { prefix: 'case/' }),
    rowsOf(rows, 'notice', LISTS.batch(batch.batch), { prefix: 'notice/' }),
    ofOffice ? rowsOf(rows, 'objection', LISTS.objections(batch.batch)) : [],
  ])
  return [
    ...workOnCases(looking, batch, cases),
    ...workOnLists(looking, batch, cases, notices),
    ...workOnObjections(looking, batch, objections),
    ...workToStart(looking, batch, cases, units),
  ]
}

/** By date; what has none comes last, whoever waits longest first, then by title. */
const byUrgency = (a: WorkItem, b: WorkItem): number =>
  (a.due?.lateFrom ?? '9').localeCompare(b.due?.lateFrom ?? '9') ||
  (a.since ?? '').localeCompare(b.since ?? '') ||
  a.title.localeCompare(b.title, 'zh-CN')
