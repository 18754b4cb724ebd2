import type { viewsEndpoints } from '#contracts/views.ts'
import type { UseCases } from '#edge/use-case.ts'
import type { Rows } from '#rows/rows.ts'
import { listBatches } from './list-batches.ts'
import { readBoard } from './read-board.ts'
import { readRegister } from './read-register.ts'
import { readWorklist } from './read-worklist.ts'

/** Everything the views' API answers. */
export const viewsUses = (deps: {
  readonly rows: Rows
  readonly now: () => Date
}): UseCases<typeof viewsEndpoints> => ({
  readWorklist: readWorklist(deps),
  listBatches: listBatches(deps),
  readBoard: readBoard(deps),
  readRegister: readRegister(deps),
})
