/** The row of one day's list of what is due to be erased: how far it has come, and how many lines it has. */
import { z } from 'zod/mini'
import type { Erasure } from '#retention/erasure.ts'
import { head } from './row-head.ts'

export const retentionRow = z.object({
  ...head,
  kind: z.literal('retention'),
  day: z.string(),
  /** `prepared`: waits for approval; `approved`: the function has still to erase. */
  state: z.enum(['found', 'prepared', 'sentBack', 'approved', 'erased']),
  due: z.int(),
  chosen: z.int(),
})

export const stateOf = ({ prepared, returned, approved, erased }: Erasure): z.infer<typeof retentionRow>['state'] =>
  erased ? 'erased' : approved ? 'approved' : prepared ? 'prepared' : returned ? 'sentBack' : 'found'

export function retentionFields(state: Erasure, day: string, list: string) {
  const { found, prepared, approved } = state
  if (!found) return undefined
  const chosen = (approved ?? prepared)?.ids.length ?? 0
  return { kind: 'retention' as const, list, order: day, day, state: stateOf(state), due: found.total, chosen }
}
