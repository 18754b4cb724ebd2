/** Letters of a batch to which organs have not replied. */
import { z } from 'zod/mini'
import { head } from './row-head.ts'

export const consultationRow = z.object({
  ...head,
  kind: z.literal('consultation'),
  batch: z.string(),
  letters: z.array(
    z.object({
      reference: z.string(),
      lateFrom: z.string(),
      units: z.array(z.string()),
      /** `chased`: the last day on which it was. */
      waiting: z.array(z.object({ title: z.string(), chased: z.optional(z.string()) })),
    }),
  ),
})
export type ConsultationRow = z.infer<typeof consultationRow>
