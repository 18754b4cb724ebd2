import type { Cells } from './line-fields.ts'
import type { Mistake, Row } from './read-csv.ts'
import { COLUMNS } from './roster-columns.ts'

export function checkHeader({ line, cells }: Row): Mistake[] {
  const known = new Set<string>(COLUMNS)
  return [
    ...COLUMNS.filter((column) => !cells.includes(column)).map((column) => ({
      line,
      sentence: `表头缺少“${column}”列；表头应有：${COLUMNS.join(',')}`,
    })),
    ...cells
      .filter((cell, i) => cell !== '' && (!known.has(cell) || cells.indexOf(cell) !== i))
      .map((cell) => ({ line, sentence: `表头的“${cell}”列不认识或重复了；请删去` })),
  ]
}

export function cellsOf(header: Row, row: Row, say: (sentence: string) => void): Cells {
  row.cells.slice(header.cells.length).forEach((cell) => {
    if (cell !== '') say(`多出一格“${cell}”，没有对应的表头；请检查逗号`)
  })
  return Object.fromEntries(
    header.cells.flatMap((column, i) => (column && row.cells[i] ? [[column, row.cells[i]]] : [])),
  )
}
