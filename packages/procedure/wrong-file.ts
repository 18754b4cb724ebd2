/** Files that people write here, counties, variants and forms: what is wrong in one is said as sentences. */
import type { z } from 'zod/mini'

/** Something in a file has to be mended by whoever wrote it, one sentence a line; no stack is of use to them. */
export class WrongFile extends Error {
  override name = 'WrongFile'
}

type Issue = z.core.$ZodIssue

/** @param file its path from the root. @throws WrongFile with a sentence for every fault: field, what was received, what is allowed */
export function readValue<S extends z.ZodMiniType>(schema: S, value: unknown, file: string): z.output<S> {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  throw new WrongFile(read.error.issues.map((issue) => `${file}${sayIssue(issue, value)}`).join('\n'))
}

/** @throws WrongFile when the text is no JSON, or names a key twice, of which JSON.parse would keep the last in silence */
export function parseText(text: string, file: string): unknown {
  const value = parsed(text, file)
  const doubled = doubledKeys(text)
  if (doubled.length > 0)
    throw new WrongFile(
      doubled.map((at) => `${file}的${at}写了两次；同一处的名称只能写一次，请删去或改名。`).join('\n'),
    )
  return value
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new WrongFile(
      `${file}不是JSON（${error instanceof Error ? error.message : error}）；请核对逗号、引号和括号。`,
    )
  }
}

/** Keys that an object of this JSON text has twice, by their path. */
function doubledKeys(text: string): readonly string[] {
  const doubled: string[] = []
  const open: { readonly keys: Set<string>; at: string }[] = []
  for (const [token, quoted] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token === '{' || token === '[') open.push({ keys: new Set(), at: '' })
    if (token === '}' || token === ']') open.pop()
    const within = open.at(-1)
    if (!quoted || !within) continue
    within.at = String(JSON.parse(quoted))
    if (within.keys.has(within.at)) doubled.push(pathOf(open.map(({ at }) => at)))
    within.keys.add(within.at)
  }
  return doubled
}

const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map(String)
    .filter((one) => one !== '')
    .join('.')

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  array: '列表',
  object: '对象',
  record: '对象',
}

function sayIssue(issue: Issue, whole: unknown): string {
  const { path } = issue
  const received = valueAt(whole, path)
  const field = path.length > 0 ? `的${pathOf(path)}` : ''
  if (issue.code === 'unrecognized_keys')
    return `${field}有不能识别的项${issue.keys.map(show).join('、')}；请核对拼写或删去。`
  return received === undefined && issue.code === 'invalid_type'
    ? `缺少${pathOf(path)}，${wanted(issue)}；请补上。`
    : `${field}收到${show(received)}，${wanted(issue)}；请改正。`
}

/** What would have been allowed. */
function wanted(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `应为${TYPES[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `只能是${issue.values.map(String).join('、')}`
    case 'too_small':
      return `不能少于${issue.minimum}${UNITS[issue.origin] ?? ''}`
    case 'too_big':
      return `不能多于${issue.maximum}${UNITS[issue.origin] ?? ''}`
    case 'invalid_format':
      return FORMATS[issue.format] ?? `应符合${'pattern' in issue ? issue.pattern : issue.format}`
    case 'invalid_key':
      return `名称${issue.issues.map(wanted).join('，')}`
    default:
      return issue.message
  }
}
const UNITS: Readonly<Record<string, string>> = { string: '个字', array: '项' }
const FORMATS: Readonly<Record<string, string>> = { url: '应为完整的网址', email: '应为邮箱地址' }

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (one, key) =>
      typeof one === 'object' && one !== null
        ? new Map<PropertyKey, unknown>(Object.entries(one)).get(String(key))
        : undefined,
    value,
  )
function show(value: unknown): string {
  const text = typeof value === 'string' ? `“${value}”` : (JSON.stringify(value) ?? '空')
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
