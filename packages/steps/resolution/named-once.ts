/** Who was at a meeting: everybody is named once, as present or as absent. */

import { mayBeSame, withoutNote, withPlainUnit } from '#typed/person.ts'
import type { Attendance } from './resolution.ts'

type Path = readonly (string | number)[]
type Checking = {
  readonly value: Attendance
  readonly issues: {
    push: (issue: { code: 'custom'; input: unknown; path: (string | number)[]; message: string }) => unknown
  }
}

/** One of them may be sent with the note that it is a name. */
const kept = (name: string): string => withPlainUnit(withoutNote(name))
const isSame = (one: string, other: string): boolean => mayBeSame(kept(one), kept(other))

/** A check of a schema: says of every name that stands there twice where it stands the second time. */
export function eachNamedOnce({ value, issues }: Checking): void {
  const { present, absent, recusals } = value
  const say = (path: Path, input: unknown, message: string) =>
    issues.push({ code: 'custom', input, path: [...path], message })
  const isAmong = (names: readonly string[], one: string) => names.some((other) => isSame(other, one))
  for (const [at, one] of present.entries())
    if (isAmong(present.slice(0, at), one))
      say(['present', at], one, `出席人员“${one}”重复，请去掉重复的；同名的请分别写明单位`)
  for (const [at, one] of absent.entries()) {
    if (isAmong(present, one)) say(['absent', at], one, `“${one}”既列为出席，又列为缺席，请改正`)
    else if (isAmong(absent.slice(0, at), one))
      say(['absent', at], one, `缺席人员“${one}”重复，请去掉重复的；同名的请分别写明单位`)
  }
  for (const [at, one] of recusals.entries())
    if (recusals.slice(0, at).some((other) => other.case === one.case && isSame(other.person, one.person)))
      say(['recusals', at, 'person'], one.person, `回避人员“${one.person}”在同一单位重复，请去掉重复的`)
}
