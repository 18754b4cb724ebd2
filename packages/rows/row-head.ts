import { z } from 'zod/mini'

/** What every row has. */
export const head = {
  stream: z.string(),
  /** Commits of the stream that the row shows. */
  number: z.int(),
  shape: z.int(),
  list: z.string(),
  order: z.string(),
}
