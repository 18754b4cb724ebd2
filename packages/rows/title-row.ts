/** What the register and worklists know of a title 称号. */

import { z } from 'zod/mini'
import { WAITS } from '#title/experience.ts'
import { MEASURE_KINDS, STANDINGS } from '#title/standing.ts'
import { head } from './row-head.ts'

export const titleRow = z.object({
  ...head,
  kind: z.literal('title'),
  unit: z.string(),
  batch: z.string(),
  on: z.string(),
  /** When it was conferred or entered, and by which act's stream; of an earlier batch by the document of this number. */
  at: z.string(),
  act: z.optional(z.string()),
  document: z.optional(z.string()),
  certificate: z.optional(z.string()),
  /** Absent while its first entry waits for approval: nobody holds it yet. */
  held: z.optional(z.object({ standing: z.enum(STANDINGS), code: z.string() })),
  /** What waits for approval, or came back to whoever prepared it. */
  prepared: z.optional(
    z.object({ kind: z.enum(MEASURE_KINDS), by: z.string(), at: z.string(), returned: z.optional(z.string()) }),
  ),
  /** Since when the meeting has a proposal to revoke before it, or has decided so and the decision is to be published. */
  proposed: z.optional(z.string()),
  decided: z.optional(z.string()),
  /** When something of it last changed. */
  changedAt: z.string(),
  /** When it ended, by its own document or day. */
  endedOn: z.optional(z.string()),
  /** The last year that was re-checked 年度复查; and whether the plaque of a revoked one came back. */
  rechecked: z.optional(z.int()),
  plaque: z.optional(z.literal(true)),
  /** An experience summary 经验材料 that somebody has to act on: `by` did the last step; `returned`: why it came back. */
  experience: z.optional(
    z.object({ waits: z.enum(WAITS), by: z.string(), at: z.string(), returned: z.optional(z.string()) }),
  ),
  /** The one that was published, on a day of Asia/Shanghai; `until`: taken back or down since. */
  published: z.optional(z.object({ title: z.string(), on: z.string(), until: z.optional(z.string()) })),
})
export type TitleRow = z.infer<typeof titleRow>
