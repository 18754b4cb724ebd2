import { tidyLine } from '#typed/line.ts'
import { SAVE_AS } from './decode-text.ts'
import type { Mistake } from './read-csv.ts'
import { COLUMNS } from './roster-columns.ts'

/** What stands between columns where it is no comma, as a sentence calls it. */
const SEPARATORS: readonly (readonly [string, string])[] = [
  ['\t', '制表符'],
  [';', '分号'],
  ['；', '全角分号'],
  ['，', '全角逗号'],
  ['、', '顿号'],
  ['|', '竖线'],
]
/** A title, a note and a date stand above a table's header, never more. */
const MOST_ABOVE = 10
/** Of the header's words; fewer may stand in any sentence. */
const ENOUGH = 4

/**
 * What is wrong with a file as a whole: its columns are divided by something else, or its header is not its first line.
 * Said once, instead of a mistake for every column and line.
 */
export function wrongShape(text: string): Mistake | undefined {
  const lines = [...text.split(/\r\n|\n|\r/).entries()]
    .map(([i, line]) => ({ number: i + 1, line }))
    .filter(({ line }) => tidyLine(line.replace(/[,"]/g, '')) !== '')
  const [first] = lines
  if (!first) return { line: 1, sentence: '文件是空的' }
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(text))
    return { line: 1, sentence: `这是网页或XML格式的表格，不是CSV文件；${SAVE_AS}` }
  const header = lines
    .slice(0, MOST_ABOVE)
    .find(({ line }) => ['', ...marks].some((mark) => wordsIn(line, mark) >= ENOUGH))
  if (!header) return undefined
  const { number, line } = header
  const [mark, name] = SEPARATORS.find(([one]) => wordsIn(line, one) >= ENOUGH) ?? []
  if (mark !== undefined && wordsIn(line, ',') < ENOUGH)
    return { line: number, sentence: `各列之间是${name}，不是英文逗号；${SAVE_AS}` }
  if (/^"[^"]*"$/.test(line.trim())) return { line: number, sentence: `一整行被引号括成了一格；${SAVE_AS}` }
  if (number !== first.number)
    return {
      line: first.number,
      sentence: `表头“${COLUMNS.slice(0, 3).join(',')}……”在第${number}行，上面还有标题或说明“${tidyLine(first.line.replace(/[,"]/g, ' '))}”；请删去表头以上各行`,
    }
  return undefined
}

const marks = [',', ...SEPARATORS.map(([mark]) => mark)]
const wordsIn = (line: string, mark: string): number =>
  mark === '' ? 0 : new Set(line.split(mark).map(headerWord)).intersection(new Set<string>(COLUMNS)).size

/** A header's word as it is meant: 类 型 is 类型. */
export const headerWord = (cell: string): string => tidyLine(cell).replace(/[\s"]/g, '')

/** What divides a line that stands in one cell, as a sentence calls it. */
export const dividedBy = (cell: string): string | undefined =>
  SEPARATORS.find(([mark]) => cell.split(mark).length > 2)?.[1]
