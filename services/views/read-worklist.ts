import type { viewsEndpoints, WorkItem } from '#contracts/views.ts'
import type { UseCase } from '#edge/use-case.ts'
import type { Rows } from '#rows/rows.ts'
import { compareNames } from '#typed/names.ts'
import { workOnBulletins } from './beside/work-on-bulletins.ts'
import { workOnConsultation } from './beside/work-on-consultation.ts'
import { workOnInspection } from './beside/work-on-inspection.ts'
import { readOpenWork } from './read-open-work.ts'
import { workOnSpread } from './spread/work-on-spread.ts'
import { workOnBatch, workOnCalls } from './work-on-batch.ts'
import { workOnCallFiles } from './work-on-call-files.ts'
import { workOnCases } from './work-on-cases.ts'
import { workOnLists } from './work-on-lists.ts'
import { workOnObjections } from './work-on-objections.ts'
import { workOnRoster } from './work-on-roster.ts'
import { readTitles, workOnTitles } from './work-on-titles.ts'
import { workToStart } from './work-to-start.ts'

/** What waits for the caller in every batch, the most urgent first. */
export const readWorklist =
  ({ rows, now }: { readonly rows: Rows; readonly now: () => Date }): UseCase<typeof viewsEndpoints.readWorklist> =>
  async ({ caller }) => {
    const at = now().toISOString()
    const [{ units, calls, batches, callFiles, toStart }, onRoster, titles] = await Promise.all([
      readOpenWork(rows, at, caller),
      workOnRoster(rows, caller),
      readTitles(rows, { ...caller, now: at }),
    ])
    const watching = { ...caller, now: at, names: new Map(units.map(({ unit, name }) => [unit, name])) }
    const items = [
      ...onRoster,
      ...workOnTitles(watching, titles),
      ...workOnCalls(watching, calls),
      ...batches.flatMap((work) => [
        ...(work.batch.cancelled
          ? []
          : [
              ...workOnBatch(watching, work, units),
              ...workOnCallFiles(watching, work, callFiles),
              ...workOnCases(watching, work),
              ...workOnLists(watching, work),
              ...workOnBulletins(watching, work),
              ...workOnInspection(watching, work),
              ...workOnConsultation(watching, work),
              ...workOnSpread(watching, work),
            ]),
        // Whoever has objected is answered, even where the batch is cancelled.
        ...workOnObjections(watching, work),
      ]),
      ...toStart.flatMap((one) => (one.work.batch.cancelled ? [] : workToStart(watching, one.work, one.facts))),
    ]
    return { now: at, items: items.toSorted(byUrgency) }
  }

/** By date; what has none comes last, whoever waits longest first, then by title. */
const byUrgency = (a: WorkItem, b: WorkItem): number =>
  (a.due?.lateFrom ?? '9').localeCompare(b.due?.lateFrom ?? '9') ||
  (a.since ?? '').localeCompare(b.since ?? '') ||
  compareNames(a.title, b.title)
