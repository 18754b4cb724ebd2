import type { viewsEndpoints } from '#contracts/views.ts'
import type { UseCase } from '#edge/use-case.ts'
import { type BatchRow, LISTS } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import { dueAt } from './work.ts'

/** All batches, the newest first. Trials too, marked: this list is how a unit finds the one it takes part in. */
export const listBatches =
  ({ rows, now }: { readonly rows: Rows; readonly now: () => Date }): UseCase<typeof viewsEndpoints.listBatches> =>
  async () => ({
    now: now().toISOString(),
    batches: (await rowsOf(rows, 'batch', LISTS.batches)).toReversed().map(batchLine),
  })

export const batchLine = ({ batch, title, trial, openedAt, lateFrom }: BatchRow) => ({
  batch,
  title,
  trial,
  openedAt,
  due: dueAt(lateFrom),
})
