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
  if (!first) return { line: 1, sentence: '文件是空的；请选择填好的名册' }
  if (/^(mime-version|from|content-type|date|subject):/i.test(first.line))
    return { line: 1, sentence: `这是单个文件网页（MHT），不是CSV文件；${SAVE_AS}` }
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(text))
    return { line: 1, sentence: `这是网页或XML格式的表格，不是CSV文件；${SAVE_AS}` }
  const header = lines.find(({ line }) => ['', ...marks].some((mark) => wordsIn(line, mark) >= ENOUGH))
  if (!header) return withoutHeader(lines, first)
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

/** Text that was read in another encoding than it was written in, and saved so. */
const LOST = [
  ...COLUMNS.flatMap((column) =>
    ['gb18030', 'windows-1252', 'big5', 'utf-16le'].map((encoding) =>
      new TextDecoder(encoding).decode(new TextEncoder().encode(column)).replaceAll('\uFFFD', ''),
    ),
  ).filter((word) => word.length > 2),
]
function isGarbled(text: string): boolean {
  if (LOST.some((word) => text.includes(word))) return true
  const strange = text.match(/[\u0080-\u00FF\uFFFD\u2018-\u203A\u0152-\u0192]/g)?.length ?? 0
  const han = text.match(/[\p{Script=Han}]/gu)?.length ?? 0
  return strange > 10 && strange > han
}

function withoutHeader(lines: readonly Line[], first: Line): Mistake | undefined {
  if (isGarbled(lines.map(({ line }) => line).join('\n')))
    return { line: first.number, sentence: `文字是乱码，保存时用错了编码；请从原来的表格重新导出：${SAVE_AS}` }
  // Some of its words: then it is said of each column.
  if (wordsIn(first.line, ',') >= 2) return undefined
  return {
    line: first.number,
    sentence: `第一行应为表头“${COLUMNS.join(',')}”，收到“${tidyLine(first.line.replace(/[,"]+/g, ' ')).slice(0, 40)}”；请在最上面加上表头`,
  }
}
type Line = { readonly number: number; readonly line: string }

const marks = [',', ...SEPARATORS.map(([mark]) => mark)]
const wordsIn = (line: string, mark: string): number =>
  mark === '' ? 0 : COLUMNS.filter((column) => line.split(mark).map(headerWord).includes(column)).length

/** A header's word as it is meant: 类 型 is 类型. */
export const headerWord = (cell: string): string => tidyLine(cell).replace(/[\s"]/g, '')

/** What divides a line that stands in one cell, as a sentence calls it. */
export const dividedBy = (cell: string): string | undefined =>
  SEPARATORS.find(([mark]) => cell.split(mark).length > 2)?.[1]
