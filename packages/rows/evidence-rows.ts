/** Rows of files, and of who opened them. */
import { z } from 'zod/mini'
import { head } from './row-head.ts'

export const evidenceRow = z.object({
  ...head,
  kind: z.literal('evidence'),
  owner: z.string(),
  sha256: z.string(),
  /** Who sent it, by their opaque id; older rows do not say. */
  by: z.optional(z.string()),
  name: z.string(),
  size: z.int(),
  contentType: z.string(),
  status: z.enum(['promised', 'waiting', 'kept', 'infected', 'rejected']),
  /** When it was kept; before that, when it was promised. */
  since: z.string(),
  note: z.optional(z.string()),
  reason: z.optional(z.string()),
  /** What the malware scanner calls what it found. */
  finding: z.optional(z.string()),
})

/** What one person opened on one day: the last ones; `more`: how many before them. */
export const openedRow = z.object({
  ...head,
  kind: z.literal('opened'),
  day: z.string(),
  person: z.string(),
  files: z.array(
    z.object({
      at: z.string(),
      owner: z.string(),
      sha256: z.optional(z.string()),
      objection: z.optional(z.string()),
      case: z.optional(z.string()),
    }),
  ),
  more: z.optional(z.int()),
})
