/** What a form is set from, in order: its head, its rows and boxes, the list of its files, a closing line. */
import type { FormOnPaper, PaperRow, Part } from './form-on-paper.ts'
import { answersRow, boxRow, dayOrBlank, element, fileRow, filesTable, formTable } from './sheet-rows.ts'

type Table = { readonly name: string; readonly begin: () => HTMLElement }
export type Piece = {
  /** The table that it is a row of. */
  readonly table?: Table
  /** What may be cut. */
  readonly text?: string
  readonly make: (part: Part) => HTMLElement
}

/** In groups: what does not fit whole where it would begin begins on a sheet of its own. */
export function piecesOf(form: FormOnPaper): readonly (readonly Piece[])[] {
  const { rows, files, closing } = form
  const listed: Table = { name: 'files', begin: () => filesTable(files.length) }
  return [
    [{ make: () => headOf(form) }],
    ...together(rows).map((some) => some.map(pieceOf)),
    [
      ...files.map((file, at) => ({ table: listed, make: () => fileRow(file, at + 1) })),
      { make: () => element('p', 'sheet-closing', closing) },
    ],
  ]
}

/** The last box takes the one above along: alone on a sheet nobody sees which form they sign. */
function together(rows: readonly PaperRow[]): readonly (readonly PaperRow[])[] {
  const [above, last] = rows.slice(-2)
  const each = rows.map((row) => [row])
  return above?.kind === 'box' && last?.kind === 'box' ? [...each.slice(0, -2), [above, last]] : each
}

const FORM: Table = { name: 'form', begin: formTable }

function pieceOf(row: PaperRow): Piece {
  if (row.kind === 'box') return { table: FORM, text: row.text, make: (part) => boxRow(row, part) }
  const [only, second] = row.answers
  return only && !second
    ? { table: FORM, text: only.text, make: (part) => answersRow(row, part) }
    : { table: FORM, make: (part) => answersRow(row, part) }
}

const headOf = ({ annex, marks, title, sealed, unit, dated, day }: FormOnPaper): HTMLElement =>
  element(
    'header',
    'sheet-head',
    element('div', 'sheet-annex', annex),
    ...(marks.length > 0 ? [element('div', 'sheet-warning', marks.join('；'))] : []),
    element('h1', '', ...title.map((line) => element('div', '', line))),
    element(
      'div',
      'sheet-sealed',
      element('span', '', `${sealed}（盖章）：${unit}`),
      element('span', 'sheet-aside', `${dated}：`, dayOrBlank(day)),
    ),
  )
