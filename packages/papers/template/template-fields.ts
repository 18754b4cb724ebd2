/** The fields of a template held against those that its paper has. */
import { type Fields, fieldsOf, type PaperForm } from '../paper-form.ts'
import type { Opened } from './open-template.ts'
import { placeOf } from './template-faults.ts'

const TAG = /\{\{([^{}]*)\}\}/g
/** Braces of one or of full width, as an input method for Chinese writes them. */
const OTHER_BRACES = /[{｛]{1,2}\s*([#/]?)([^{}｛｝]{1,12}?)\s*[}｝]{1,2}/g

type Seen = {
  /** By name; of a list's row `名单.单位名称`. */
  readonly names: Set<string>
  readonly problems: Set<string>
}

export function problemsOfFields(
  { document, parts }: Pick<Opened, 'document' | 'parts'>,
  form: PaperForm,
): readonly string[] {
  const fields = fieldsOf(form)
  const seen: Seen = { names: new Set(), problems: new Set() }
  for (const part of parts) look(document.getFullText(part), placeOf(part), form, fields, seen)
  return [...seen.problems, ...missing(form, fields, seen.names)]
}

function look(text: string, place: string, { title }: PaperForm, fields: Fields, { names, problems }: Seen): void {
  const open: string[] = []
  for (const [whole, inside = ''] of text.matchAll(TAG)) {
    const name = inside.trim()
    const at = `${place}中${whole}`
    const within = open.at(-1)
    const own = within === undefined ? undefined : fields[within]
    const field = fields[name]
    if (name.startsWith('#')) {
      const list = name.slice(1).trim()
      open.push(list)
      if (fields[list]?.kind === 'list') names.add(list)
      else problems.add(`${at}：${noList(title, fields)}`)
    } else if (name.startsWith('/')) open.pop()
    else if (own?.kind === 'list' && own.of[name]) names.add(`${within}.${name}`)
    else if (field && field.kind !== 'list') names.add(name)
    else problems.add(`${at}：${whyNot(name, title, fields)}`)
  }
  for (const [whole, sign = '', name = ''] of text.replaceAll(TAG, '').matchAll(OTHER_BRACES))
    if (isKnown(name, fields))
      problems.add(`${place}中“${whole}”的花括号不对，不会填写；请用半角花括号写成{{${sign}${name}}}，左右各两个。`)
}

const isKnown = (name: string, fields: Fields): boolean =>
  fields[name] !== undefined || listOf(name, fields) !== undefined
/** Which list has a column of that name. */
const listOf = (name: string, fields: Fields): string | undefined =>
  Object.entries(fields).find(([, field]) => field.kind === 'list' && field.of[name])?.[0]
const lists = (fields: Fields): readonly string[] =>
  Object.entries(fields).flatMap(([name, { kind }]) => (kind === 'list' ? [name] : []))
const noList = (title: string, fields: Fields): string => {
  const names = lists(fields)
  return names.length > 0
    ? `${title}没有这个名单，只有${names.map((name) => `{{#${name}}}`).join('、')}。`
    : `${title}没有名单，请删去。`
}

function whyNot(name: string, title: string, fields: Fields): string {
  const list = listOf(name, fields)
  if (list) return `是名单中的一栏，只能写在{{#${list}}}和{{/${list}}}之间。`
  if (fields[name]?.kind === 'list')
    return `是名单，请在要重复的一行开头写{{#${name}}}，最后写{{/${name}}}，中间写各栏。`
  return `${title}没有这个填写项；可以用的有${Object.keys(fields).join('、')}，请改正或者删去。`
}

/** What the paper is for. */
function missing({ title }: PaperForm, fields: Fields, seen: ReadonlySet<string>): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.kind !== 'list')
      return field.must && !seen.has(name) ? [`缺少{{${name}}}（${field.says}），${title}不能没有，请补上。`] : []
    if (!seen.has(name))
      return field.must
        ? [
            `缺少名单{{#${name}}}……{{/${name}}}（${field.says}），${title}不能没有；请在要重复的一行开头和最后写上，中间写{{${Object.keys(field.of).join('}}、{{')}}}。`,
          ]
        : []
    return Object.entries(field.of).flatMap(([column, { must }]) =>
      must && !seen.has(`${name}.${column}`)
        ? [`{{#${name}}}和{{/${name}}}之间缺少{{${column}}}，${title}不能没有，请补上。`]
        : [],
    )
  })
}
