/** Two people, or two windows, on one form: whose answer stands, field by field. */
import type { Values } from '../kept-values.ts'

/** Both changed the same answer, each to something else. */
export type Collision = { readonly field: string; readonly mine: unknown; readonly theirs: unknown }
export type Merged = {
  readonly values: Values
  /** Answers that only the others changed. */
  readonly taken: readonly string[]
  readonly collisions: readonly Collision[]
}

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
export const changedFields = (before: Values, now: Values): string[] =>
  Object.keys({ ...before, ...now }).filter((field) => !same(before[field], now[field]))

/** In whatever order the fields come. */
export const sameAnswers = (a: Values, b: Values): boolean => changedFields(a, b).length === 0

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

/**
 * @param base what both began with
 * @returns my answers with theirs where only they changed; on a collision mine stays on the screen until one is chosen.
 * Lists (of files) keep what either added and lose what either removed.
 */
export function mergeAnswers(base: Values, mine: Values, theirs: Values): Merged {
  const values: Record<string, unknown> = { ...mine }
  const taken: string[] = []
  const collisions: Collision[] = []
  for (const field of changedFields(base, theirs)) {
    const [was, my, their] = [base[field], mine[field], theirs[field]]
    if (same(my, their)) continue
    if (same(was, my)) {
      values[field] = their
      taken.push(field)
    } else if (isList(my) && isList(their)) {
      values[field] = mergeLists(isList(was) ? was : [], my, their)
      taken.push(field)
    } else collisions.push({ field, mine: my, theirs: their })
  }
  return { values, taken, collisions }
}

const mergeLists = (was: readonly unknown[], mine: readonly unknown[], theirs: readonly unknown[]): unknown[] => [
  ...mine.filter((one) => !was.includes(one) || theirs.includes(one)),
  ...theirs.filter((one) => !was.includes(one) && !mine.includes(one)),
]
