import { z } from 'zod/mini'
import { pathOf } from './differences.ts'

/** Not by its class: naming that one makes a bundle of all of zod. */
const issue = z.object({
  path: z.array(z.union([z.string(), z.number()])),
  /** Of what should not be there. */
  keys: z.optional(z.array(z.string())),
})
const withIssues = z.object({ issues: z.array(issue) })

/** Where a schema did not fit, by the error that it threw; undefined for any other error. */
export function issuePath(error: unknown): string | undefined {
  const { data } = withIssues.safeParse(error)
  const [first] = data?.issues ?? []
  return data && pathOf([...(first?.path ?? []), ...(first?.keys?.slice(0, 1) ?? [])])
}
