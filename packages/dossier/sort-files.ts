/**
 * Which indicator a file belongs to, by the name that a person gave it: `一(三)7 …`, `1-07_…`, `第7项…`, or a folder for
 * each part. What a name does not say for certain is left to a person.
 */

/** As much of an indicator as names refer to. `part`, `group`: as the standard numbers them, 一 and （三）. */
export type Numbered = {
  readonly id: string
  readonly title: string
  readonly number?: number | undefined
  readonly part: { readonly number: string; readonly title: string }
  readonly group?: { readonly number: string; readonly title: string } | undefined
}
export type Sorted = { readonly item: string } | { readonly why: string }

const DIGITS = '零一二三四五六七八九'
/** 十一 → 11, ７ → 7; undefined for what is no number below a hundred. */
export function numeralOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll('〇', '零')
  if (/^\d{1,4}$/.test(plain)) return Number(plain)
  const found = /^([一二三四五六七八九])?([十])?([零一二三四五六七八九])?$/.exec(plain)
  if (!found || plain === '') return undefined
  const [, tens, ten, ones] = found
  if (!ten) return tens && ones ? undefined : DIGITS.indexOf(plain)
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0)
}

/** In one width, without what stands before a name for no reason. */
const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[【[〔《]/g, '(')
    .replace(/[】\]〕》]/g, ')')
    .replace(/^[\s_\-.、·]+/, '')
    .replace(/\s+/g, ' ')

type Said = { readonly part?: number; readonly group?: number; readonly number?: number }

const HAN = '[零〇一二三四五六七八九十]{1,3}'
const PARTS = `(?:${'部分'})?`
const BETWEEN = '[\\s_.、:,-]*'
/** A number that no other digit, date or unit follows. */
const ITEM = '[第]?0*(\\d{1,3})(?!\\d|\\s*[年月日份次期人%])[项条号]?'
const NAMED: readonly { readonly by: RegExp; readonly says: (...found: string[]) => Said }[] = [
  // 一(三)7 · 第一部分(三)第7项
  {
    by: new RegExp(`^[第]?(${HAN}|\\d{1,2})${PARTS}${BETWEEN}\\((${HAN}|\\d{1,2})\\)${BETWEEN}${ITEM}`),
    says: (part = '', group = '', number = '') => said(part, group, number),
  },
  // 1-3-07
  {
    by: /^0*(\d{1,2})[-_.]0*(\d{1,2})[-_.]0*(\d{1,3})(?!\d|[-_.]\d)/,
    says: (part = '', group = '', number = '') => said(part, group, number),
  },
  // 一、7 · 一7 · 第一部分第7项
  {
    by: new RegExp(`^[第]?(${HAN})${PARTS}${BETWEEN}${ITEM}`),
    says: (part = '', number = '') => said(part, undefined, number),
  },
  // 1-07
  { by: /^0*(\d{1,2})[-_.]0*(\d{1,3})(?!\d|[-_.]\d)/, says: (part = '', number = '') => said(part, undefined, number) },
  // (三)7, in a folder of its part
  {
    by: new RegExp(`^\\((${HAN}|\\d{1,2})\\)${BETWEEN}${ITEM}`),
    says: (group = '', number = '') => said(undefined, group, number),
  },
  // 7 · 07_ · 第7项
  { by: new RegExp(`^${ITEM}(?=$|[^\\d])`), says: (number = '') => said(undefined, undefined, number) },
]
function said(part: string | undefined, group: string | undefined, number: string): Said {
  const [ofPart, ofGroup, ofItem] = [part, group, number].map((one) => (one ? numeralOf(one) : undefined))
  return {
    ...(ofPart !== undefined && { part: ofPart }),
    ...(ofGroup !== undefined && { group: ofGroup }),
    ...(ofItem !== undefined && { number: ofItem }),
  }
}

/** What a folder's name says of part and group: 一 加强领导, 第一部分, 01_领导, （三）考核. */
function folderSays(name: string, items: readonly Numbered[]): Said {
  const plain = plainName(name)
  const group = new RegExp(`^\\((${HAN}|\\d{1,2})\\)`).exec(plain)?.[1]
  if (group !== undefined) return { ...said(undefined, group, '') }
  const both = new RegExp(`^[第]?(${HAN}|\\d{1,2})${PARTS}${BETWEEN}\\((${HAN}|\\d{1,2})\\)`).exec(plain)
  if (both) return said(both[1], both[2], '')
  const part = new RegExp(`^[第]?(${HAN}|0*\\d{1,2})(?:${'部分'}|(?=$|[\\s_.、:,-]))`).exec(plain)?.[1]
  if (part !== undefined) return said(part.replace(/^0+(?=\d)/, ''), undefined, '')
  const titled = items.find((one) => plain.includes(plainName(one.part.title)))
  return titled ? { part: ordinalOf(titled.part.number) ?? 0 } : {}
}

/** 一 → 1, （三） → 3. */
const ordinalOf = (number: string): number | undefined =>
  numeralOf(
    plainName(number)
      .replace(/^\(|\)$/g, '')
      .replace(/[.、\s]+$/, ''),
  )

/**
 * @param path folders and the name, parted by `/`
 * @param items the standard's, in its order
 * @param isPart they are only some of it: a number alone may be another's, and what is not among them may be
 */
export function sortFile(path: string, items: readonly Numbered[], isPart = false): Sorted {
  const steps = path.split('/').filter((one) => one !== '')
  const name = plainName((steps.at(-1) ?? '').replace(/\.[^.]*$/, ''))
  const context: Said = Object.assign({}, ...steps.slice(0, -1).map((one) => folderSays(one, items)))
  const byId = items.find(({ id }) => new RegExp(`^${id}(?![\\w-])`).test(name))
  if (byId) return { item: byId.id }
  let why: string | undefined
  for (const { by, says } of NAMED) {
    const found = by.exec(name)
    if (!found) continue
    const asked = { ...context, ...says(...found.slice(1)) }
    const fitting = items.filter((one) => isMeant(one, asked))
    const isAlone = isPart && asked.part === undefined
    if (fitting.length === 1 && fitting[0] && !isAlone) return { item: fitting[0].id }
    const lacks = isPart ? '分给您的指标中没有' : '标准中没有'
    why ??= fitting.length > 0 ? `“${found[0].trim()}”不能确定是哪一部分的` : `${lacks}“${found[0].trim()}”`
  }
  const titled = items.filter(({ title }) => name.includes(plainName(title)))
  if (titled.length === 1 && titled[0]) return { item: titled[0].id }
  return { why: why ?? '文件名开头没有指标编号' }
}

const isMeant = ({ number, part, group }: Numbered, asked: Said): boolean =>
  number !== undefined &&
  number === asked.number &&
  (asked.part === undefined || ordinalOf(part.number) === asked.part) &&
  (asked.group === undefined || (group !== undefined && ordinalOf(group.number) === asked.group))
