import { said } from '#calendar/said.ts'
import type { viewsEndpoints } from '#contracts/views.ts'
import type { UseCase } from '#edge/use-case.ts'
import { keyOf, procedureAt } from '#procedure/procedures.ts'
import { type BatchRow, LISTS } from '#rows/row.ts'
import { isOf, type Rows } from '#rows/rows.ts'
import { seesPrepared } from '#steps/batch-todo.ts'
import { dueAt } from './work-item.ts'

/** All batches, the newest first. Trials too, marked: this list is how a unit finds the one it takes part in. */
export const listBatches =
  ({ rows, now }: { readonly rows: Rows; readonly now: () => Date }): UseCase<typeof viewsEndpoints.listBatches> =>
  async ({ caller }) => {
    const all = await Array.fromAsync(rows.list(LISTS.batches))
    return {
      now: now().toISOString(),
      batches: all
        .filter(isOf('batch'))
        .toSorted((a, b) => b.openedAt.localeCompare(a.openedAt))
        .map(batchLine),
      calls: seesPrepared(caller)
        ? all
            .filter(isOf('call'))
            .map(({ batch, title, trial, returned }) => ({ batch, title, trial, ...(returned && { returned }) }))
        : [],
    }
  }

/** `due`: until when a case may begin; of a procedure that is not listed any more nothing is said. */
export function batchLine({ batch, title, trial, openedAt, procedure, dates, cancelled }: BatchRow) {
  const start = procedureAt(keyOf(procedure))?.start
  const lateFrom = start && dates[start]
  return {
    ...{ batch, title, trial, openedAt },
    ...(lateFrom && { due: dueAt(lateFrom) }),
    ...(cancelled && { cancelled: { said: said(cancelled.at), reason: cancelled.reason } }),
  }
}
