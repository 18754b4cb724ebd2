/** A list as a workbook 汇总表: what it is and how it was narrowed, the heads of its columns, its rows. */
import { type Cell, type CellStyle, type MergeRange, writeXlsx } from 'hucre/xlsx'

export type Summary = {
  readonly title: string
  /** Whose it is, by what it was narrowed, how many, and when it was made. */
  readonly about: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const HEAD_ROWS = 3
const EDGE = { style: 'thin', color: { rgb: 'FF808080' } } as const
const BORDER = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE }
const TITLE: CellStyle = { font: { bold: true, size: 14 }, alignment: { horizontal: 'center', vertical: 'center' } }
const ABOUT: CellStyle = { font: { size: 10 }, alignment: { wrapText: true, vertical: 'center' } }
const HEAD: CellStyle = { font: { bold: true }, border: BORDER, alignment: { horizontal: 'center', wrapText: true } }
/** As text: 2018-2 is a batch and no February. */
const BODY: CellStyle = { border: BORDER, numFmt: '@', alignment: { wrapText: true, vertical: 'top' } }

/** A Chinese character is as wide as two others. Between a short number and what still fits on a sheet. */
const widthOf = (texts: readonly string[]): number => {
  const widest = Math.max(
    ...texts
      .flatMap((text) => text.split('\n'))
      .map((line) => line.length + (line.match(/[^\p{ASCII}]/gu)?.length ?? 0)),
  )
  return Math.min(48, Math.max(8, widest + 2))
}

export function summaryWorkbook({ title, about, head, rows }: Summary): Promise<Uint8Array> {
  const last = Math.max(0, head.length - 1)
  const wide = (row: number): MergeRange => ({ startRow: row, startCol: 0, endRow: row, endCol: last })
  const cells = new Map<string, Partial<Cell>>([
    ['0,0', { style: TITLE }],
    ['1,0', { style: ABOUT }],
    ...head.map((_, at): [string, Partial<Cell>] => [`2,${at}`, { style: HEAD }]),
    ...rows.flatMap((row, r) =>
      row.map((_, at): [string, Partial<Cell>] => [`${r + HEAD_ROWS},${at}`, { style: BODY }]),
    ),
  ])
  return writeXlsx({
    properties: { title, creator: '示范' },
    defaultFont: { name: '宋体', size: 10 },
    sheets: [
      {
        name: '汇总表',
        columns: head.map((text, at) => ({ width: widthOf([text, ...rows.map((row) => row[at] ?? '')]) })),
        rows: [[title], [about], [...head], ...rows.map((row) => [...row])],
        cells,
        merges: last > 0 ? [wide(0), wide(1)] : [],
        freezePane: { rows: HEAD_ROWS },
        pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
        headerFooter: { oddFooter: '&R第&P页，共&N页' },
      },
    ],
  })
}
