/** A form of a case as a paper: its rows, boxes and files in blocks. */
import type { Block, Cell, Line, List, Paper } from '#papers/paper.ts'
import type { FormOnPaper, PaperRow } from './form-on-paper.ts'

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
