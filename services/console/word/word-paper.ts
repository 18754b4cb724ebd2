/** A paper for Word: the blocks of the printed sheets in their order, on a page of the same margins. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeightRule,
  PageNumber,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { type Block, type Cell, COLUMNS, type Line, type List, type Paper, WIDTH } from '#papers/paper.ts'
import { dayOrBlank, FONTS, inTwo, leading, mm, paragraph, prose, run, SIZE } from './word-parts.ts'

/** The margins of the sheets, with header and footer within. */
const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(18), right: mm(22), bottom: mm(24), left: mm(26), header: mm(9), footer: mm(9) },
}
const EDGE = { style: BorderStyle.SINGLE, size: 6, color: '000000' }
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, insideHorizontal: EDGE, insideVertical: EDGE }
const IN_CELL = { top: mm(1), bottom: mm(1), left: mm(2), right: mm(2) }
/** Where the signature is written, and room for an opinion above it. */
const [NAME, OPINION] = [40, 16]
/** More than that goes on on the next page rather than leave half of this one empty. */
const WHOLE = 400
/** So many entries begin on a page of their own rather than leave their last line alone on it. */
const TOGETHER = 20

export function wordPaper(paper: Paper): Document {
  return new Document({
    title: paper.name,
    creator: paper.unit,
    lastModifiedBy: paper.unit,
    styles: { default: { document: { run: { language: { value: 'zh-CN', eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: { page: PAGE },
        ...(paper.marks.length > 0 && { headers: { default: warning(paper.marks) } }),
        footers: { default: footOf(paper) },
        children: childrenOf(paper),
      },
    ],
  })
}

/** On each page: nobody stamps the second one by mistake either. */
const warning = (marks: readonly string[]) =>
  new Header({
    children: [paragraph(marks.join('；'), { font: 'bold', size: SIZE.warning, alignment: AlignmentType.RIGHT })],
  })

const footOf = ({ unit, foot }: Paper) =>
  new Footer({
    children: [
      paragraph(
        [run(unit, { size: SIZE.small }), pages('\t第', PageNumber.CURRENT, '页　共', PageNumber.TOTAL_PAGES, '页')],
        {
          size: SIZE.small,
          tabStops: [{ type: TabStopType.RIGHT, position: mm(WIDTH) }],
          border: { top: { ...EDGE, size: 4, space: 4 } },
        },
      ),
      paragraph(foot, { size: SIZE.small }),
    ],
  })
const pages = (...children: readonly string[]) => new TextRun({ font: FONTS.plain, size: SIZE.small * 2, children })

function childrenOf({ groups }: Paper): (Paragraph | Table)[] {
  const children: (Paragraph | Table)[] = []
  let table: { readonly of: List | 'form'; readonly rows: TableRow[] } | undefined
  const close = () => {
    if (table) children.push(table.of === 'form' ? gridOf(COLUMNS, table.rows) : listOf(table.of, table.rows))
    table = undefined
  }
  const rowsOf = (of: List | 'form') => {
    if (table?.of !== of) {
      const follows = table !== undefined
      close()
      // Two tables that touch are one to Word; and a list stands apart from what is said above it.
      if (follows || (of !== 'form' && children.length > 0)) children.push(paragraph('', { size: SIZE.small }))
      table = { of, rows: [] }
    }
    return table.rows
  }
  for (const group of groups)
    for (const [at, block] of group.entries()) {
      if (block.kind === 'line') rowsOf('form').push(rowOf(block, at < group.length - 1))
      else if (block.kind === 'entry')
        rowsOf(block.list).push(entryOf(block, group.length <= TOGETHER && at < group.length - 1))
      else {
        close()
        children.push(...said(block))
      }
    }
  close()
  // A table that ends a page's text is followed by a paragraph of Word's own.
  if (children.at(-1) instanceof Table) children.push(paragraph('', { size: SIZE.small }))
  return children
}

function said(block: Exclude<Block, { kind: 'line' | 'entry' }>): Paragraph[] {
  switch (block.kind) {
    case 'head':
      return headOf(block)
    case 'words':
      if (block.as === 'prose') return prose(block.text, SIZE.letter)
      return [
        block.as === 'to'
          ? paragraph(block.text, { size: SIZE.letter })
          : paragraph(block.text, { size: SIZE.small, before: 4 }),
      ]
    case 'signed': {
      const lines = [...block.lines, dayOrBlank(block.day)]
      const letters = Math.max(block.room ?? 0, ...lines.map((line) => [...line].length))
      const width = Math.min(WIDTH, ((letters + 1) * SIZE.letter * 25.4) / 72)
      // Its lines stand in the middle of each other, and the longest at the right.
      return lines.map((line, at) =>
        paragraph(line, {
          size: SIZE.letter,
          alignment: AlignmentType.CENTER,
          indent: { left: mm(Math.max(0, WIDTH - width - 8)), right: mm(8) },
          keepLines: true,
          keepNext: at < lines.length - 1,
          before: at === 0 ? 8 : 0,
          after: at === lines.length - 1 ? 6 : 0,
        }),
      )
    }
  }
}

const headOf = ({ annex, title, under }: Extract<Block, { kind: 'head' }>): Paragraph[] => [
  paragraph(annex, { font: 'bold' }),
  ...title.map((line, at) =>
    paragraph(line, {
      font: 'title',
      size: SIZE.title,
      alignment: AlignmentType.CENTER,
      keepNext: true,
      before: at === 0 ? 3 : 0,
      ...(under === undefined && at === title.length - 1 && { after: 6 }),
    }),
  ),
  ...(under
    ? [
        paragraph(`${under.sealed}\t${under.dated}：${dayOrBlank(under.day)}`, {
          tabStops: [{ type: TabStopType.RIGHT, position: mm(WIDTH - 1) }],
          indent: { left: mm(1) },
          keepNext: true,
          ...{ before: 5, after: 2 },
        }),
      ]
    : []),
]

const gridOf = (columns: readonly number[], rows: readonly TableRow[]): Table =>
  new Table({
    rows: [...rows],
    columnWidths: columns.map(mm),
    width: { size: mm(WIDTH), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: EDGES,
    margins: IN_CELL,
  })

/** @param stays on the page of the next row */
function rowOf({ cells, height }: Line, stays: boolean): TableRow {
  let at = 0
  const made = cells.map((cell) => {
    const from = at
    at += cell.columns
    const width = COLUMNS.slice(from, at).reduce((sum, one) => sum + one, 0)
    return new TableCell({
      columnSpan: cell.columns,
      width: { size: mm(width), type: WidthType.DXA },
      verticalAlign: isTall(cell) ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
      children: wordsOf(cell, width),
    })
  })
  return new TableRow({
    height: { value: mm(height), rule: HeightRule.ATLEAST },
    cantSplit: cells.every(({ text }) => [...text].length <= WHOLE),
    keepNext: stays,
    children: made,
  })
}
const isTall = (cell: Cell): boolean => cell.kind === 'box' || (cell.kind === 'answer' && cell.prose)

function wordsOf(cell: Cell, width: number): Paragraph[] {
  const letters = Math.floor(((width - 4) * 72) / 25.4 / SIZE.form)
  if (cell.kind === 'label')
    return inTwo(cell.text, letters).map((line) => paragraph(line, { alignment: AlignmentType.CENTER }))
  if (cell.kind === 'answer') {
    const lines = cell.prose ? prose(cell.text) : cell.text.split('\n').map((line) => paragraph(line))
    // Word wants a paragraph in each cell.
    return [
      ...(lines.length > 0 ? lines : [paragraph('')]),
      ...(cell.note ? [paragraph(cell.note, { before: 2 })] : []),
    ]
  }
  const { text, signer, how, day } = cell
  const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil(([...line].length + 2) / letters), 0)
  const room = text ? OPINION - (lines * leading(SIZE.form) * 25.4) / 72 : OPINION
  const right = { alignment: AlignmentType.RIGHT, keepLines: true }
  return [
    ...prose(text),
    paragraph(`负责人（签名）：${signer}`, {
      ...right,
      before: Math.max(0, room),
      ...(signer === '' && { indent: { right: mm(NAME) } }),
      keepNext: true,
    }),
    paragraph(`${how}${dayOrBlank(day)}`, right),
  ]
}

const listOf = ({ caption, columns }: List, rows: readonly TableRow[]): Table =>
  gridOf(
    columns.map(({ width }) => width),
    [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        keepNext: true,
        children: [
          new TableCell({
            columnSpan: columns.length,
            children: [paragraph(caption, { size: SIZE.list, alignment: AlignmentType.CENTER })],
          }),
        ],
      }),
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        keepNext: true,
        children: columns.map(({ title, width }) => listed(title, width, AlignmentType.CENTER, SIZE.list)),
      }),
      ...rows,
    ],
  )
const entryOf = ({ list: { columns }, cells }: Extract<Block, { kind: 'entry' }>, stays: boolean): TableRow =>
  new TableRow({
    keepNext: stays,
    height: { value: mm(7), rule: HeightRule.ATLEAST },
    cantSplit: cells.every((text) => [...text].length <= WHOLE),
    children:
      cells.length === 1
        ? [
            new TableCell({
              columnSpan: columns.length,
              children: [paragraph(cells[0] ?? '', { font: 'bold', size: SIZE.list, keepNext: true })],
            }),
          ]
        : columns.map(({ width, as }, at) =>
            listed(
              cells[at] ?? '',
              width,
              as === 'centred' ? AlignmentType.CENTER : AlignmentType.LEFT,
              as === 'small' ? SIZE.small : SIZE.list,
            ),
          ),
  })
type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType]
const listed = (text: string, width: number, alignment: Alignment, size: number): TableCell =>
  new TableCell({
    width: { size: mm(width), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: text.split('\n').map((line) => paragraph(line, { size, alignment })),
  })
