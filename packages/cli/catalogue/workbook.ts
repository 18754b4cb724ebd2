/** A catalogue as a workbook that a person would like to receive: read on screen, filtered, printed on A4. */
import { type Cell, type CellStyle, type MergeRange, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { type Catalogue, wordOf } from '#catalogue/catalogue.ts'
import { type Problem, sayProblem } from '#catalogue/check/problem.ts'
import { catalogueDigest } from '#catalogue/edition/digest.ts'
import { sayDay, sayDue, sayStated, WHOSE_WORDS } from '#catalogue/words/say-facts.ts'
import { widthOf } from './table.ts'
import { type Column, columnsOf } from './workbook-columns.ts'
import { BODY, HEAD, NOTE, TITLE } from './workbook-styles.ts'

/** Title, source, column heads. */
const HEAD_ROWS = 3
const LINE_HEIGHT = 15

export async function workbookOf(catalogue: Catalogue, findings: readonly Problem[]): Promise<Uint8Array> {
  const notes = notesOf(catalogue, findings)
  return writeXlsx({
    properties: { title: catalogue.title, creator: '示范' },
    defaultFont: { name: '宋体', size: 10 },
    sheets: [itemSheet(catalogue), noteSheet(notes)],
  })
}

function itemSheet(catalogue: Catalogue): WriteSheet {
  const columns = columnsOf(catalogue)
  const rows = columns[0]?.values.map((_, row) => columns.map(({ values }) => values[row] ?? '')) ?? []
  const last = columns.length - 1
  const wide = (row: number): MergeRange => ({ startRow: row, startCol: 0, endRow: row, endCol: last })
  return {
    name: '条目',
    columns: columns.map(({ width }) => ({ width })),
    rows: [[catalogue.title], [sourceLine(catalogue)], columns.map(({ head }) => head), ...rows],
    cells: styled(HEAD_ROWS + rows.length, columns),
    merges: [wide(0), wide(1), ...columns.flatMap(runsOf)],
    rowDefs: new Map([
      [0, { height: 28 }],
      [1, { height: 18 }],
      [2, { height: 22 }],
      ...rows.map((_, row) => [row + HEAD_ROWS, { height: heightOf(row, columns) }] as const),
    ]),
    autoFilter: { range: `A${HEAD_ROWS}:${letterOf(last)}${HEAD_ROWS + rows.length}` },
    freezePane: { rows: HEAD_ROWS },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `$${HEAD_ROWS}:$${HEAD_ROWS}`,
    },
    headerFooter: { oddFooter: `&L${catalogue.title}&R第&P页，共&N页` },
  }
}

function noteSheet(notes: readonly string[]): WriteSheet {
  const cells = new Map(notes.map((_, row) => [`${row},0`, { style: NOTE }]))
  return { name: '说明', columns: [{ width: 110 }], rows: notes.map((note) => [note]), cells }
}

function sourceLine({ document: { title, issuer, number, date, part } }: Catalogue): string {
  const named = `${issuer ? wordOf(issuer) : ''}《${title}》`
  return `来源：${[named, number && wordOf(number), date && sayDay(wordOf(date)), part].filter(Boolean).join('，')}`
}

const notesOf = (catalogue: Catalogue, findings: readonly Problem[]): string[] => [
  WHOSE_WORDS,
  ...(catalogue.edition ? [`版次：${sayStated(catalogue.edition)}`] : []),
  ...(catalogue.document.issuer ? [`发文机关：${sayStated(catalogue.document.issuer)}`] : []),
  ...(catalogue.document.number ? [`文号：${sayStated(catalogue.document.number)}`] : []),
  ...(catalogue.document.date ? [`日期：${sayStated(catalogue.document.date)}`] : []),
  ...[sayDue(catalogue) ?? []].flat().map((due) => `${due}。`),
  ...(catalogue.gaps ?? []).map(({ number, note }) => `缺号${number}：${note}。`),
  ...findings.map(sayProblem),
  `内容摘要（SHA-256）：${catalogueDigest(catalogue)}`,
]

function styled(count: number, columns: readonly Column[]): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>()
  for (let row = 0; row < count; row++)
    for (const [column, { centred }] of columns.entries())
      cells.set(`${row},${column}`, { style: styleAt(row, centred) })
  return cells
}

function styleAt(row: number, centred: boolean): CellStyle {
  if (row === 0) return TITLE
  if (row === 1) return NOTE
  if (row === 2) return HEAD
  return centred ? BODY.centred : BODY.left
}

/** Neighbouring rows that say the same in a merged column become one cell. */
function runsOf({ values, owners }: Column, column: number): MergeRange[] {
  if (!owners) return []
  const merges: MergeRange[] = []
  let start = 0
  for (let row = 1; row <= values.length; row++) {
    if (row < values.length && owners[row] === owners[start]) continue
    if (row - start > 1)
      merges.push({ startRow: start + HEAD_ROWS, startCol: column, endRow: row - 1 + HEAD_ROWS, endCol: column })
    start = row
  }
  return merges
}

/** A spreadsheet does not grow a row by itself where cells are merged: so many lines as its longest cell wraps to. */
function heightOf(row: number, columns: readonly Column[]): number {
  const lines = columns.map(({ values, width, owners }) => {
    const merged = owners && (owners[row] === owners[row - 1] || owners[row] === owners[row + 1])
    return merged ? 1 : linesOf(String(values[row]), width - 2)
  })
  return Math.max(...lines) * LINE_HEIGHT + 4
}

const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / width)), 0)

const letterOf = (column: number): string => String.fromCharCode('A'.charCodeAt(0) + column)
