/** Procedures with one thing wrong in them. */
import { problemsOf } from '#procedure/problems-of.ts'
import type { Procedure } from '#procedure/procedure.ts'

/** A value with one place in it set to another; `undefined` takes it away. */
export function changed(of: Procedure, path: string, to: unknown): unknown {
  const value = structuredClone(of)
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const at = keys.reduce<Record<string, unknown>>((one, key) => one[key] as Record<string, unknown>, value)
  if (to === undefined) delete at[last]
  else at[last] = to
  return value
}
export const problems = (of: Procedure, path: string, to: unknown) => problemsOf(changed(of, path, to) as Procedure)
