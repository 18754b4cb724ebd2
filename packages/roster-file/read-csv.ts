import { isBlank } from '#typed/unseen.ts'

/** A line of the file that holds something; `line` is where it begins, as editors count. */
export type Row = { readonly line: number; readonly cells: readonly string[] }
export type Mistake = { readonly line: number; readonly sentence: string }

/**
 * One cell and what ends it: quoted with doubled quotes inside, or anything up to the next comma or line's end. The
 * ="00123" of other programs' exports is a cell as well, so that it can be said which.
 */
const CELL = /(?:"((?:[^"]|"")*)"|(="[^"\r\n]*"|[^",\r\n]*))(,|\r\n|\n|\r|$)/y

/**
 * Comma-separated values as RFC 4180 has them; any of the three line endings. Lines with nothing in them are left out.
 * Stops at the first place that is no CSV, since nothing after it can be told apart.
 */
export function readCsv(text: string): { readonly rows: readonly Row[]; readonly mistakes: readonly Mistake[] } {
  const rows: Row[] = []
  let cells: string[] = []
  let line = 1
  let began = 1
  for (let at = 0; at <= text.length; ) {
    CELL.lastIndex = at
    const found = CELL.exec(text)
    if (!found) return { rows, mistakes: [{ line, sentence: broken(text, at) }] }
    const [all, quoted, plain = '', end = ''] = found
    cells.push((quoted?.replaceAll('""', '"') ?? plain).trim())
    at += all.length
    line += linesIn(all)
    if (end === ',') continue
    if (!cells.every(isBlank)) rows.push({ line: began, cells })
    cells = []
    began = line
    if (end === '') break
  }
  return { rows, mistakes: [] }
}

const linesIn = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0

const broken = (text: string, at: number): string =>
  text[at] === '"'
    ? '有一个引号没有成对；含逗号或引号的内容要整格用英文引号括起，内容里的引号写两次'
    : '引号出现在一格的中间；请把整格用英文引号括起，内容里的引号写两次'
