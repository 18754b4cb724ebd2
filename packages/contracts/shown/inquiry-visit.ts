/** What one visit of a case to an inquiry recorded and came to, and why it was assessed once more. */
import { z } from 'zod/mini'
import { fileReference } from './file-reference.ts'

const instant = z.string()
const methodLine = z.object({
  name: z.string(),
  title: z.string(),
  ended: z.boolean(),
  records: z.array(
    z.object({
      at: instant,
      by: z.string(),
      on: z.string(),
      place: z.optional(z.string()),
      findings: z.string(),
      files: z.array(fileReference),
      /** How many there are of a record with notes, which this caller reads once the method has ended. */
      later: z.optional(z.int()),
      /** Who was there, by name. */
      people: z.optional(z.array(z.string())),
      /** Of how many single indicators it says something. */
      items: z.optional(z.int()),
    }),
  ),
})

export const visitShown = {
  methods: z.array(methodLine),
  /** Once it is settled. */
  result: z.optional(z.object({ at: instant, by: z.string(), outcomeTitle: z.string(), reason: z.string() })),
}
/** Of an assessment that was found to be needed once more: the objections that led to it, and what was found of each. */
export const whyAgain = z.object({
  at: instant,
  findings: z.array(z.object({ objection: z.string(), reason: z.string() })),
})
