import type { retentionEndpoints } from '#contracts/personal/retention.ts'
import type { UseCases } from '#edge/use-case.ts'
import type { Rows } from '#rows/rows.ts'
import { approveErasure, type DecidingDeps, proposeErasure, returnErasure } from './decide-erasure.ts'
import { readRetention } from './read-retention.ts'

export const retentionUses = (deps: DecidingDeps & { readonly rows: Rows }): UseCases<typeof retentionEndpoints> => ({
  readRetention: readRetention(deps),
  proposeErasure: proposeErasure(deps),
  approveErasure: approveErasure(deps),
  returnErasure: returnErasure(deps),
})
