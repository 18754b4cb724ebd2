import { z } from 'zod/mini'

const keyed = z.object({ stream: z.string() })
/** What else lies in the table of rows counts posts of the public form. */
export const isRow = (item: unknown): boolean => !keyed.safeParse(item).data?.stream.startsWith('limit/')
