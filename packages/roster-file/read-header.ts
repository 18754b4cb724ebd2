import { seenOf, tidyLine } from '#typed/line.ts'
import { tidyName, tidyPerson } from '#typed/names.ts'
import { tidyPhone } from '#typed/phone.ts'
import { isBlank } from '#typed/unseen.ts'
import { headerWord } from './file-shape.ts'
import type { Cells } from './line-fields.ts'
import type { Mistake, Row } from './read-csv.ts'
import { COLUMNS, type Column } from './roster-columns.ts'

/** Its columns in the order of the file; a column without a word is undefined. */
export type Header = { readonly columns: readonly (Column | undefined)[]; readonly mistakes: readonly Mistake[] }

export function readHeader({ line, cells }: Row): Header {
  const words = cells.map(headerWord)
  const columns = words.map((word) => COLUMNS.find((column) => column === word))
  const missing = COLUMNS.filter((column) => !columns.includes(column))
  const [gap] = words.flatMap((word, i) => (word === '' && words.slice(i).some(Boolean) ? [i + 1] : []))
  const merged = missing.length > 0 && gap ? `（第${gap}列的表头是空的；是合并单元格的，请取消合并）` : ''
  const meant = words.map((word, i) => (columns[i] ? undefined : meantBy(word, missing)))
  const renamed = words.flatMap((_, i) => (meant[i] ? [`表头的“${tidyLine(cells[i] ?? '')}”请改为“${meant[i]}”`] : []))
  const lacking = missing.filter((column) => !meant.includes(column))
  const strange = words.flatMap((word, i) =>
    word !== '' && !meant[i] && (!columns[i] || words.indexOf(word) !== i) ? [tidyLine(cells[i] ?? '')] : [],
  )
  return {
    columns,
    mistakes: [
      ...renamed.map((sentence) => ({ line, sentence })),
      ...(lacking.length > 0
        ? [{ line, sentence: `表头缺少${quoted(lacking)}列${merged}；表头应有：${COLUMNS.join(',')}` }]
        : []),
      ...(strange.length > 0 ? [{ line, sentence: `表头的${quoted(strange)}列不认识或重复了；请删去` }] : []),
    ],
  }
}

/** The column that is missing and meant by a word which is not its own: 帐号, 账号（必填）. */
function meantBy(word: string, missing: readonly Column[]): Column | undefined {
  const bare = word.replace(/[（(【[].*$|[*＊:：]/gu, '').replace('帐', '账')
  return missing.find((column) => column === (SAME_AS.get(bare) ?? bare))
}
const SAME_AS: ReadonlyMap<string, Column> = new Map([
  ...['账户', '登录名', '登录账号', '用户名'].map((one) => [one, '账号'] as const),
  ...['手机', '手机号', '联系电话', '电话号码'].map((one) => [one, '电话'] as const),
  ...['姓名', '单位名称'].map((one) => [one, '名称'] as const),
  ...['起始日期', '任职日期'].map((one) => [one, '开始日期'] as const),
  ...['截止日期', '终止日期'].map((one) => [one, '结束日期'] as const),
])

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('、')

/** A line's cells by column, as they were meant; those that hold nothing to see are left out. */
export function cellsOf(columns: Header['columns'], row: Row, say: (sentence: string) => void): Cells {
  for (const [i, cell] of row.cells.entries())
    if (!columns[i] && !isBlank(cell)) say(`第${i + 1}格“${tidyLine(cell)}”没有对应的表头；请检查逗号，或删去这一格`)
  const isPerson = word(row.cells[columns.indexOf('类型')] ?? '') === '人员'
  return Object.fromEntries(
    columns.flatMap((column, i) => {
      const tidy = column === '名称' && isPerson ? tidyPerson : column && TIDY[column]
      const cell = column && tidy?.(row.cells[i] ?? '')
      return cell ? [[column, cell]] : []
    }),
  )
}

/** One of a few words: 乡 镇 is 乡镇. */
const word = headerWord

const TIDY: Readonly<Record<Column, (cell: string) => string>> = {
  ...{ 类型: word, 编号: tidyLine, 名称: tidyName, 单位类别: word, 上级单位: tidyLine, 创建范围: word },
  ...{ 账号: tidyLine, 电话: tidyPhone, 岗位: word, 所在单位: tidyLine, 开始日期: tidyLine, 结束日期: tidyLine },
}

/** The lines that stand in the cell of the name. */
export const linesOfName = (columns: Header['columns'], row: Row): readonly string[] =>
  seenOf(row.cells[columns.indexOf('名称')] ?? '')
    .split('\n')
    .map(tidyLine)
    .filter(Boolean)

/** What is said of a name that is not kept as it stands in the file. */
export function noteOnName(columns: Header['columns'], row: Row, { 名称 }: Cells): string | undefined {
  const typed = row.cells[columns.indexOf('名称')]?.trim() ?? ''
  if (!名称 || typed === 名称) return undefined
  const lines = linesOfName(columns, row)
  // What is still two words is refused, and said there.
  if (lines.length > 1)
    return 名称.includes(' ') ? undefined : `名称一格里有${lines.length}行（${quoted(lines)}），按“${名称}”登记`
  const shown = seenOf(typed).replace(/\s+/g, ' ').trim()
  return shown === 名称 ? `名称“${名称}”中有看不见的字符，已去掉` : `名称“${shown}”按“${名称}”登记`
}
