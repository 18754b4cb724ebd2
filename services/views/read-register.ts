import type { viewsEndpoints } from '#contracts/views.ts'
import type { UseCase } from '#edge/use-case.ts'
import { LISTS } from '#rows/row.ts'
import { type Rows, rowsOf, unitNames } from '#rows/rows.ts'
import { byName } from '#typed/names.ts'

/** Units that hold the title, the newest first; never those of a trial. */
export const readRegister =
  ({ rows }: { readonly rows: Rows }): UseCase<typeof viewsEndpoints.readRegister> =>
  async () => {
    const [titles, batches, names] = await Promise.all([
      rowsOf(rows, 'title', LISTS.register),
      rowsOf(rows, 'batch', LISTS.batches),
      unitNames(rows),
    ])
    const trials = new Set(batches.filter(({ trial }) => trial).map(({ batch }) => batch))
    return {
      titles: titles
        .filter(({ batch }) => !trials.has(batch))
        .map(({ unit, batch, on }) => ({ unit, name: names.get(unit) ?? unit, batch, on }))
        .toSorted((a, b) => (a.on === b.on ? byName(a, b) : a.on < b.on ? 1 : -1)),
    }
  }
