/**
 * A paper as it is set on sheets and as Word has it: heads, rows of cells, words, blanks. Both are made of this alone, so
 * neither says what the other does not. Lengths in mm.
 */
import type { FormOnPaper, PaperRow } from './form-on-paper.ts'

/** Of A4, between 26 for the binding and 22. */
export const WIDTH = 162
/** Six columns, over which one answer stands, two side by side, or three below their labels. A label has 8 characters. */
export const COLUMNS = [39, 15, 27, 27, 12, 42] as const

export type Cell =
  | { readonly kind: 'label'; readonly columns: number; readonly text: string }
  | {
      readonly kind: 'answer'
      readonly columns: number
      readonly text: string
      readonly note?: string | undefined
      readonly prose: boolean
    }
  /** An opinion; signer and day are blanks as long as they are ''. */
  | {
      readonly kind: 'box'
      readonly columns: number
      readonly text: string
      readonly signer: string
      readonly how: string
      readonly day: string
    }
export type Line = { readonly kind: 'line'; readonly cells: readonly Cell[]; readonly height: number }
export type List = {
  readonly caption: string
  readonly columns: readonly {
    readonly title: string
    readonly width: number
    readonly as?: 'centred' | 'small'
  }[]
}
export type Block =
  | {
      readonly kind: 'head'
      readonly annex: string
      readonly title: readonly string[]
      /** Who seals it, and the day, '' where it is a blank. */
      readonly under?: { readonly sealed: string; readonly dated: string; readonly day: string }
    }
  | Line
  /**
   * Entries of one list that follow each other stand in one table; its header stands on each sheet. One with a single
   * cell is a heading over all columns.
   */
  | { readonly kind: 'entry'; readonly list: List; readonly cells: readonly string[] }
  /** `to`: whom it is for. */
  | { readonly kind: 'words'; readonly as: 'to' | 'prose' | 'small'; readonly text: string }
  /** At the end of a letter, at the right. */
  | { readonly kind: 'signed'; readonly lines: readonly string[]; readonly day: string }
export type Paper = {
  /** What it is called as a file, without its extension. */
  readonly name: string
  /** What stands across every sheet that may not be used. */
  readonly marks: readonly string[]
  /** Whose it is, at the foot. */
  readonly unit: string
  readonly foot: string
  /** What does not fit whole where it would begin begins on a sheet of its own. */
  readonly groups: readonly (readonly Block[])[]
}

const HEIGHT = { line: 10, long: 40, box: 32 }

export function paperOfForm(form: FormOnPaper): Paper {
  const { annex, title, sealed, unit, dated, day, rows, files, marks, closing, foot } = form
  const list: List = {
    caption: `附送材料清单（共${files.length}件）`,
    columns: [
      { title: '序号', width: 13, as: 'centred' },
      { title: '材料', width: 31 },
      { title: '文件名', width: 82 },
      { title: '摘要（前16位）', width: 36, as: 'small' },
    ],
  }
  return {
    name: [unit, title.join(''), ...marks.map((mark) => `（${mark}）`)].join('　'),
    ...{ marks, unit, foot },
    groups: [
      [{ kind: 'head', annex, title, under: { sealed: `${sealed}（盖章）：${unit}`, dated, day } }],
      ...together(rows).map((some) => some.flatMap(linesOf)),
      [
        ...files.map(
          ({ label, name, code }, at): Block => ({ kind: 'entry', list, cells: [String(at + 1), label, name, code] }),
        ),
        { kind: 'words', as: 'small', text: closing },
      ],
    ],
  }
}

/** The last box takes the one above along: alone on a sheet nobody sees which form they sign. */
function together(rows: readonly PaperRow[]): readonly (readonly PaperRow[])[] {
  const [above, last] = rows.slice(-2)
  const each = rows.map((row) => [row])
  return above?.kind === 'box' && last?.kind === 'box' ? [...each.slice(0, -2), [above, last]] : each
}

function linesOf(row: PaperRow): readonly Line[] {
  if (row.kind === 'box') {
    const { label, text, signer, how, day } = row
    return [line(HEIGHT.box, labelled(1, label), { kind: 'box', columns: 5, text, signer, how, day })]
  }
  const { answers, long } = row
  const height = long ? HEIGHT.long : HEIGHT.line
  const answer = (columns: number, { text, note }: (typeof answers)[number]): Cell => ({
    ...{ kind: 'answer', columns, text, note, prose: long },
  })
  const [first, second] = answers
  if (!first || answers.length > 2)
    return [
      line(HEIGHT.line, ...answers.map(({ label }) => labelled(2, label))),
      line(height, ...answers.map((one) => answer(2, one))),
    ]
  if (!second) return [line(height, labelled(1, first.label), answer(5, first))]
  return [line(height, labelled(1, first.label), answer(2, first), labelled(2, second.label), answer(1, second))]
}

const line = (height: number, ...cells: readonly Cell[]): Line => ({ kind: 'line', cells, height })
const labelled = (columns: number, text: string): Cell => ({ kind: 'label', columns, text })
