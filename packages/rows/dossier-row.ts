import { z } from 'zod/mini'
import { head } from './row-head.ts'

/** What a unit says of one indicator, as far as a list tells it. */
export const dossierRow = z.object({
  ...head,
  kind: z.literal('dossier'),
  batch: z.string(),
  unit: z.string(),
  item: z.string(),
  result: z.optional(z.enum(['reached', 'notReached', 'notApplicable'])),
  /** What is lacking, in words. */
  missing: z.optional(z.string()),
  files: z.int(),
})
