/** Letters of a batch to which organs have not replied. */
import { z } from 'zod/mini'
import { type Consultation, openLetters } from '#consultation/consultation.ts'
import { LISTS } from './lists.ts'
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

/** As long as somebody has not replied it waits on the one list of open work. */
export function consultationFields(
  state: Consultation,
  [batch = '']: readonly string[],
): Omit<ConsultationRow, 'stream' | 'number' | 'shape'> {
  const letters = openLetters(state).map((one) => ({ ...one, units: [...one.units] }))
  const place =
    letters.length > 0
      ? { list: LISTS.open, order: LISTS.openOf(batch, 'consultation') }
      : { list: LISTS.batch(batch), order: 'consultation' }
  return { kind: 'consultation', ...place, batch, letters }
}
