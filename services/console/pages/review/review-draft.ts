/** What an officer has entered on a review and not sent: kept in this browser, per case and visit. */
import { useState } from 'react'
import { z } from 'zod/mini'
import { forgetValues, keepValues, keptValues } from '../../forms/kept-values.ts'

export const OUTCOMES = { accepted: '通过', returned: '退回补正', refused: '不予通过' } as const
export const outcomeOf = z.enum(['accepted', 'returned', 'refused'])
export type Outcome = z.infer<typeof outcomeOf>

const draft = z.object({
  outcome: z.optional(outcomeOf),
  reason: z.string(),
  /** Absent until one point is ticked. */
  checklist: z.optional(z.record(z.string(), z.boolean())),
  reopens: z.array(z.string()),
  lastDay: z.optional(z.string()),
})
export type Draft = z.infer<typeof draft>
const EMPTY: Draft = { reason: '', reopens: [] }

export function useDraft(name: string) {
  const [values, setValues] = useState<Draft>(() => draft.safeParse(keptValues(name)).data ?? EMPTY)
  const change = (more: Partial<Draft>) =>
    setValues((now) => {
      const next = { ...now, ...more }
      keepValues(name, next)
      return next
    })
  return { values, change, forget: () => forgetValues(name) }
}
