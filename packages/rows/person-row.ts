/** The row of somebody of the roster. */
import { z } from 'zod/mini'
import { appointmentName } from '#procedure/appointments.ts'
import { held } from '#roster/person.ts'
import { head } from './row-head.ts'

export const personRow = z.object({
  ...head,
  kind: z.literal('person'),
  person: z.string(),
  appointments: z.array(held),
  /** The opaque ids in `persons`: of the name, and of what the login is called. */
  personal: z.optional(z.string()),
  /** The same of every name they had, from its instant on. */
  names: z.optional(z.array(z.object({ at: z.string(), personal: z.string() }))),
  named: z.optional(z.string()),
  /** What waits for approval: with `held` an appointment, else the login that `named` is. */
  pending: z.optional(
    z.array(
      z.object({
        proposal: z.int(),
        at: z.string(),
        by: z.string(),
        as: appointmentName,
        held: z.optional(held),
        named: z.optional(z.string()),
        loginFrom: z.optional(z.string()),
      }),
    ),
  ),
  /** What was entered and declined, with the reason: for whoever has entered it, `enteredBy`. */
  declined: z.optional(
    z.array(
      z.object({
        at: z.string(),
        by: z.string(),
        enteredBy: z.string(),
        reason: z.string(),
        held: z.optional(held),
        named: z.optional(z.string()),
        loginFrom: z.optional(z.string()),
      }),
    ),
  ),
  /** What has taken effect, in its order (older rows do not say): with `held` an appointment, with `before` another name, whose ids in `persons` these are, else a login. `isNews`: the head of the office has not seen it. */
  changes: z.optional(
    z.array(
      z.object({
        at: z.string(),
        by: z.string(),
        proposedBy: z.optional(z.string()),
        alone: z.optional(z.literal(true)),
        held: z.optional(held),
        named: z.optional(z.string()),
        before: z.optional(z.string()),
        after: z.optional(z.string()),
        isNews: z.optional(z.literal(true)),
      }),
    ),
  ),
})
export type PersonRow = z.infer<typeof personRow>
