/** All that has happened in the demonstration when somebody first looks at it. */
import type { Act } from '../rehearsal/year.ts'
import { demonstration } from './demonstration.ts'
import { finishedBatch } from './finished-batch.ts'
import { waitingActs } from './waiting-acts.ts'
import { wholeProcedure } from './whole-procedure.ts'

export const wholeDemonstration: readonly Act[] = [
  ...finishedBatch,
  ...wholeProcedure,
  ...demonstration,
  ...waitingActs,
].toSorted((a, b) => a.at.localeCompare(b.at))
