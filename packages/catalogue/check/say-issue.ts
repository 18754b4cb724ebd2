import type { z } from 'zod/mini'
import { FIELDS, TYPES } from '../words/words.ts'
import type { Remark } from './remark.ts'
import { valueAt } from './value-at.ts'

/** A schema's complaint as sentences, each at the field that is to be mended. */
export function sayIssue(issue: z.core.$ZodIssue, value: unknown): Remark[] {
  const { path } = issue
  const at = valueAt(value, path)
  const given = show(at)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], sentence: '没有这一项；请核对拼写或删去。' }))
    case 'too_big':
      return [
        { path, sentence: `最多${issue.maximum}${issue.origin === 'string' ? '个字' : ''}，现为${given}；请缩短。` },
      ]
    case 'too_small':
      return [
        { path, sentence: `不能少于${issue.minimum}${issue.origin === 'number' ? '' : '个'}，现为${given}；请补上。` },
      ]
    case 'invalid_value':
      return [{ path, sentence: `现为${given}，只能是${issue.values.map(String).join('、')}之一。` }]
    case 'invalid_format':
      return [{ path, sentence: `格式不符，现为${given}；请照说明改写。` }]
    case 'invalid_union': {
      // The member that came furthest says best what was meant.
      const nearest = [...issue.errors].sort((a, b) => a.length - b.length || depth(b) - depth(a))[0]
      return (nearest ?? []).flatMap((inner) => sayIssue({ ...inner, path: [...path, ...inner.path] }, value))
    }
    case 'invalid_type':
      return at !== undefined
        ? [{ path, sentence: `应为${TYPES[issue.expected] ?? issue.expected}，现为${given}；请改正。` }]
        : [{ path, sentence: `缺少${FIELDS[String(path.at(-1))] ?? String(path.at(-1))}；请补上。` }]
    default:
      return [{ path, sentence: `不符合要求（${issue.message}），现为${given}；请改正。` }]
  }
}

const depth = (issues: readonly z.core.$ZodIssue[]): number => Math.max(0, ...issues.map(({ path }) => path.length))

function show(value: unknown): string {
  const text = typeof value === 'string' ? `“${value}”` : (JSON.stringify(value) ?? '空')
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
