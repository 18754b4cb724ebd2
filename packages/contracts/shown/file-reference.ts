import { z } from 'zod/mini'

/** A use of a file. `owner`: whose evidence it is, for its address. `note`: its content is not what its name says, or the county's scanner has not cleared it. */
export const fileReference = z.object({
  owner: z.string(),
  sha256: z.string(),
  name: z.string(),
  note: z.optional(z.string()),
})
export type FileReference = z.infer<typeof fileReference>
