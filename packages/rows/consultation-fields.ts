import { type Consultation, openLetters } from '#consultation/consultation.ts'
import type { ConsultationRow } from './consultation-row.ts'
import { LISTS } from './lists.ts'

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
