import { z } from 'zod/mini'
import { pathOf } from './differences.ts'

/** Not by its class: naming that one makes a bundle of all of zod. */
const withIssues = z.object({ issues: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])) })) })

/** Where a schema did not fit, by the error that it threw; undefined for any other error. */
export function issuePath(error: unknown): string | undefined {
  const { data } = withIssues.safeParse(error)
  return data && pathOf(data.issues[0]?.path ?? [])
}
