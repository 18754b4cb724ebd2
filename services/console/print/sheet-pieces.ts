/** What a paper's blocks are set from, in order. */

import type { Block, Cell, Paper } from '#papers/paper.ts'
import type { Part } from './form-on-paper.ts'
import { element, entryRow, formTable, headOf, lineRow, listTable, signedLines, words } from './sheet-rows.ts'

type Table = { readonly name: string; readonly begin: () => HTMLElement }
export type Piece = {
  /** The table that it is a row of. */
  readonly table?: Table
  /** What may be cut. */
  readonly text?: string
  readonly make: (part: Part) => HTMLElement
}

export const piecesOf = ({ groups, marks }: Paper): readonly (readonly Piece[])[] =>
  groups.map((blocks) => blocks.map((block) => pieceOf(block, marks)))

const FORM: Table = { name: 'form', begin: formTable }

function pieceOf(block: Block, marks: readonly string[]): Piece {
  switch (block.kind) {
    case 'head':
      return { make: () => headOf(block, marks) }
    case 'line': {
      const text = toCut(block.cells)
      return { table: FORM, ...(text !== undefined && { text }), make: (part) => lineRow(block, part) }
    }
    case 'entry':
      return {
        table: { name: block.list.caption, begin: () => listTable(block.list) },
        text: block.cells.at(-1) ?? '',
        make: (part) => entryRow(block, part),
      }
    case 'words':
      return block.as === 'prose'
        ? { text: block.text, make: (part) => element('div', 'sheet-said', ...words(part, true)) }
        : { make: () => element('p', block.as === 'small' ? 'sheet-closing' : 'sheet-to', block.text) }
    case 'signed':
      return { make: () => signedLines(block) }
  }
}

/** Of a label with its answer or its box, what is said there. */
function toCut([label, said, ...more]: readonly Cell[]): string | undefined {
  return label?.kind === 'label' && said && said.kind !== 'label' && more.length === 0 ? said.text : undefined
}
