/** Fills in a form of the product's own: what a county sees that has none of its own. */
import { BLANK_DAY, type Block, type Cell, type List, type Paper } from './paper.ts'
import { type Fields, fieldsOf, MARK, type PaperForm, type Values } from './paper-form.ts'
import type { PlainRow, PlainValues } from './paper-values.ts'

/** A field, by its name. */
const FIELD = /\{\{([^{}]+)\}\}/g
/** What is written in by hand. */
const BLANKS: Readonly<Record<string, string>> = { day: BLANK_DAY, name: '　'.repeat(8) }

type As = {
  /** What it is called as a file, without its extension. */
  readonly name: string
  readonly marks: readonly string[]
}

export function filled<F extends Fields>(form: PaperForm<F>, values: Values<F>, { name, marks }: As): Paper {
  const plain = withBlanks(form, { ...plainOf(values), [MARK]: marks.join('；') })
  const { unit, foot, groups } = form.layout
  const scope = onlyTexts(plain)
  const fill = filling()
  return {
    ...{ name, marks },
    unit: said(unit, scope),
    foot: said(foot, scope),
    groups: groups.flatMap((group) => {
      if (!('each' in group)) return fill(group, scope)
      const rows = plain[group.each] ?? []
      return typeof rows === 'string' ? [] : rows.flatMap((row) => fill(group.blocks, { ...scope, ...row }))
    }),
    of: { form: form.name, values: plain },
  }
}

/** A text with its fields filled in; '' where it has fields and all of them are empty. */
export function said(text: string, scope: PlainRow): string {
  const names = [...text.matchAll(FIELD)].map(([, name = '']) => name)
  if (names.length > 0 && names.every((name) => linesOf(scope[name] ?? '').length === 0)) return ''
  return text.replaceAll(FIELD, (_, name: string) => linesOf(scope[name] ?? '').join('\n'))
}

/** The lines of a text that say something. */
export const linesOf = (text: string): readonly string[] =>
  Object.values(BLANKS).includes(text)
    ? [text]
    : text
        // U+2028 and U+2029 part lines too: whoever reads a Word file back takes them for that.
        .split(/[\n\u2028\u2029]/)
        .map((line) => line.trim())
        .filter((line) => line !== '')

function filling() {
  // Entries of one list stand in one table.
  const lists = new Map<string, List>()
  const listOf = (list: List, scope: PlainRow): List => {
    const caption = said(list.caption, scope)
    const columns = list.columns.map((column) => ({ ...column, title: said(column.title, scope) }))
    const known = lists.get(caption) ?? { ...list, caption, columns }
    lists.set(caption, known)
    return known
  }

  /** What has no words is left out. Of several lines the first stays with what is above it. */
  return (blocks: readonly Block[], scope: PlainRow): readonly (readonly Block[])[] => {
    const groups: Block[][] = [[]]
    for (const block of blocks)
      for (const [at, one] of blocksOf(block, scope).entries()) {
        if (at === 0) groups.at(-1)?.push(one)
        else groups.push([one])
      }
    return groups.filter((group) => group.length > 0)
  }

  function blocksOf(block: Block, scope: PlainRow): readonly Block[] {
    const fillIn = (text: string) => said(text, scope)
    switch (block.kind) {
      case 'head': {
        const { annex, title } = block
        return [{ kind: 'head', annex: fillIn(annex), title: title.map(fillIn) }]
      }
      case 'words':
        return fillIn(block.text)
          .split('\n')
          .filter(Boolean)
          .map((text) => ({ ...block, text }))
      case 'signed':
        // A day below its organ has a blank of its own.
        return [
          {
            kind: 'signed',
            lines: block.lines.map(fillIn).filter(Boolean),
            day: fillIn(block.day).replace(BLANK_DAY, ''),
          },
        ]
      case 'entry':
        return [{ kind: 'entry', list: listOf(block.list, scope), cells: block.cells.map(fillIn) }]
      case 'line':
        return [{ ...block, cells: block.cells.map((cell) => cellOf(cell, fillIn)) }]
    }
  }
}

const cellOf = (cell: Cell, fillIn: (text: string) => string): Cell =>
  cell.kind === 'answer'
    ? { ...cell, text: fillIn(cell.text), ...(cell.note && { note: fillIn(cell.note) }) }
    : { ...cell, text: fillIn(cell.text) }

/** Each value by its own name, whatever the form. */
function plainOf(values: object): PlainValues {
  const plain: Record<string, string | readonly PlainRow[]> = {}
  for (const [name, value] of Object.entries(values))
    plain[name] = Array.isArray(value) ? value.map((row: object) => onlyTexts(row)) : String(value)
  return plain
}
const onlyTexts = (values: object): PlainRow =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))

function withBlanks(form: PaperForm, plain: PlainValues): PlainValues {
  const fields = fieldsOf(form)
  return Object.fromEntries(
    Object.entries(plain).map(([name, value]) => [name, value || (BLANKS[fields[name]?.kind ?? 'text'] ?? '')]),
  )
}
