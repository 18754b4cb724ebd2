/** A notice as the office sees it. */
import { z } from 'zod/mini'
import { fileReference } from './case-page.ts'

export const objectionLine = z.object({
  objection: z.string(),
  about: z.string(),
  aboutName: z.string(),
  channel: z.string(),
  on: z.string(),
  anonymous: z.boolean(),
  status: z.string(),
  statusTitle: z.string(),
  answerBy: z.optional(z.string()),
  /** Why it was declined, or what was found; for whoever may read the objection. */
  reason: z.optional(z.string()),
  reply: z.optional(z.string()),
  /** The date of its last decision, for whoever may read the objection. */
  decidedOn: z.optional(z.string()),
  /** What this caller may do with this objection now: command names. */
  commands: z.array(z.string()),
  /** Who does what this caller may not do with it now, a sentence each. */
  others: z.array(z.string()),
})
export const noticePage = z.object({
  batch: z.string(),
  batchTitle: z.string(),
  /** As it stands on papers, and where it is reached. */
  office: z.string(),
  contact: z.object({ phone: z.optional(z.string()), address: z.optional(z.string()), email: z.optional(z.string()) }),
  step: z.string(),
  n: z.int(),
  title: z.string(),
  trial: z.boolean(),
  page: z.string(),
  /** Not approved yet: what is to be approved, named by what it says. */
  preparation: z.optional(z.object({ prepared: z.string(), by: z.string() })),
  /** Why the last preparation went back. */
  returned: z.optional(z.object({ by: z.string(), reason: z.string() })),
  /** The batch is cancelled: what that means for the notice, in sentences. */
  cancelled: z.optional(z.string()),
  /** An objection may be found to need another assessment. */
  reassesses: z.boolean(),
  text: z.optional(z.string()),
  publication: z.object({ on: z.string(), place: z.string() }),
  period: z.object({
    firstDay: z.string(),
    lastDay: z.string(),
    lateFrom: z.string(),
    said: z.string(),
    explained: z.string(),
  }),
  lines: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      outcome: z.optional(z.string()),
      outcomeTitle: z.optional(z.string()),
      /** Why it takes no line of this notice any more. */
      setAside: z.optional(z.string()),
      /** Why it cannot be named or take its line now, objections to this notice apart; before the closing as well. */
      pending: z.optional(z.string()),
      /** Of a closed notice: what the case still waits for, or that it may take its line. */
      waits: z.optional(z.string()),
      /** Of one that waits: nothing is in the way any more, another closing gives its line. */
      takes: z.optional(z.boolean()),
      /** What was found of objections after the line was given. */
      finding: z.optional(z.string()),
      /** The case has ended and there are objections all the same: what they can still come to. */
      ended: z.optional(z.string()),
    }),
  ),
  /** Those that the caller may read; `apart`: of `all` units, or of their `own`, the caller learns of none, nor how many. */
  objections: z.array(objectionLine),
  apart: z.optional(z.enum(['all', 'own'])),
  proofs: z.object({ start: z.optional(fileReference), end: z.optional(fileReference) }),
  closed: z.optional(z.object({ at: z.string(), by: z.string() })),
  /** What this caller may do now: command names. */
  commands: z.array(z.string()),
})
export type NoticePage = z.infer<typeof noticePage>
