import { z } from 'zod/mini'

/** A file of an objection: attached on the public page, or the office's scan among its evidence. */
const attached = z.object({
  from: z.enum(['attachments', 'evidence']),
  /** Of evidence: whose and what for; older ones are the office's. */
  owner: z.optional(z.string()),
  sha256: z.string(),
  /** Of an attachment: how it is named in the store; older ones are named by their content. */
  object: z.optional(z.string()),
  name: z.string(),
  contentType: z.string(),
})
export type Attached = z.infer<typeof attached>

/** What an objection says, as `contents` keeps it; who sent it lies in `persons`. */
export const objectionText = z.object({ summary: z.string(), files: z.array(attached) })
export type ObjectionText = z.infer<typeof objectionText>
