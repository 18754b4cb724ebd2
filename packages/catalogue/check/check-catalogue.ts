/** What is wrong with a catalogue, wherever its values came from: a pack's YAML or a request's JSON. */
import { type Catalogue, catalogue as schema } from '../catalogue.ts'
import { FIELDS } from '../words/words.ts'
import { findingsOf } from './findings-of.ts'
import { mistakesOf } from './mistakes-of.ts'
import type { Remark } from './remark.ts'
import { sayIssue } from './say-issue.ts'
import { nearestAround } from './value-at.ts'

export type Checked = {
  /** Absent where there are mistakes. */
  readonly catalogue?: Catalogue
  readonly mistakes: readonly Remark[]
  /** What a person should know, though nothing has to be mended. */
  readonly findings: readonly Remark[]
}

export function checkCatalogue(value: unknown): Checked {
  const parsed = schema.safeParse(value)
  if (!parsed.success) return { mistakes: parsed.error.issues.flatMap((issue) => sayIssue(issue, value)), findings: [] }
  const mistakes = mistakesOf(parsed.data)
  return { ...(mistakes.length === 0 && { catalogue: parsed.data }), mistakes, findings: findingsOf(parsed.data) }
}

/** The nearest item, group, part or organ around a path: 标识（标题）. */
export function subjectOf(value: unknown, path: readonly PropertyKey[]): string | undefined {
  const around = nearestAround(value, path)
  if (!around) return undefined
  const name = around.title ?? around.name
  return `${String(around.id)}${name ? `（${String(name)}）` : ''}`
}

/** The field that a path ends in, by the schema's word. */
export const fieldOf = (path: readonly PropertyKey[]): string =>
  path.filter((step) => typeof step === 'string').at(-1) ?? ''

/** A remark where there are no lines to point at: sx-1-03（…），“标题”：最多30个字…… */
export function sayRemark(value: unknown, { path, sentence }: Remark): string {
  const [at, field] = [subjectOf(value, path), fieldOf(path)]
  return `${at ? `${at}，` : ''}“${FIELDS[field] ?? field}”：${sentence}`
}
