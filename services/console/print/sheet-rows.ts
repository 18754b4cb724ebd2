/** A paper's blocks as elements. Made without React: a sheet is measured while it is set, many times over. */

import { type Block, type Cell, COLUMNS, type Line, type List } from '#papers/paper.ts'
import type { Part } from './form-on-paper.ts'

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

export function element(tag: string, className: string, ...children: readonly (HTMLElement | string)[]): HTMLElement {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.append(...children)
  return made
}

/** A cell over several columns. */
function cell(tag: 'td' | 'th', columns: number, className: string, ...children: readonly (HTMLElement | string)[]) {
  const made = element(tag, className, ...children)
  if (columns > 1) made.setAttribute('colspan', String(columns))
  return made
}

function columns(widths: readonly number[]): HTMLElement {
  const all = widths.map((width) => {
    const col = element('col', '')
    col.style.width = `${width}mm`
    return col
  })
  return element('colgroup', '', ...all)
}

export const formTable = (): HTMLElement => element('table', 'sheet-table', columns(COLUMNS))

export const headOf = ({ annex, title, under }: Of<'head'>, marks: readonly string[]): HTMLElement =>
  element(
    'header',
    'sheet-head',
    element('div', 'sheet-annex', annex),
    ...(marks.length > 0 ? [element('div', 'sheet-warning', marks.join('；'))] : []),
    element('h1', '', ...title.map((line) => element('div', '', line))),
    ...(under
      ? [
          element(
            'div',
            'sheet-sealed',
            element('span', '', under.sealed),
            element('span', 'sheet-aside', `${under.dated}：`, dayOrBlank(under.day)),
          ),
        ]
      : []),
  )

export function lineRow({ cells, height }: Line, part: Part): HTMLElement {
  const alone = cells.length === 2
  const whole = { begins: true, ends: true }
  const isLong = cells.some((one) => one.kind === 'answer' && one.prose)
  const isBox = cells.some(({ kind }) => kind === 'box')
  return element(
    'tr',
    isBox ? 'sheet-box' : isLong ? 'sheet-long' : '',
    ...cells.map((one) => {
      const made = cellOf(one, alone ? part : { text: one.text, ...whole })
      made.style.height = `${height}mm`
      return made
    }),
  )
}

function cellOf(one: Cell, part: Part): HTMLElement {
  if (one.kind === 'label') return cell('th', one.columns, '', ...titled(part.begins ? one.text : `${one.text}（续）`))
  if (one.kind === 'answer')
    return cell(
      ...(['td', one.columns, '', ...words(part, one.prose)] as const),
      ...(one.note && part.ends ? [element('p', 'sheet-note', one.note)] : []),
    )
  const signed = element(
    'div',
    'sheet-signed',
    element('div', '', '负责人（签名）：', one.signer || element('i', 'sheet-name')),
    element('div', '', one.how, dayOrBlank(one.day)),
  )
  return cell(
    'td',
    one.columns,
    '',
    // Of a whole box with room to write in; a stretch of a long opinion takes what it needs.
    element('div', part.begins && part.ends ? 'sheet-words' : '', ...words(part, true)),
    ...(part.ends ? [signed] : []),
  )
}

const segments = new Intl.Segmenter('zh', { granularity: 'word' })
/** A title that needs two lines is parted between two words. */
const titled = (label: string): HTMLElement[] =>
  [...segments.segment(label)].map(({ segment }) => element('span', 'sheet-word', segment))

/** Paragraphs of what was typed. */
export const paragraphsOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

/** Paragraphs as they were typed; of prose each begins two characters in, unless it goes on from the sheet before. */
export const words = ({ text, begins }: Part, isProse: boolean): HTMLElement[] =>
  paragraphsOf(text).map((line, at) =>
    element('p', isProse && (begins || at > 0) ? 'sheet-prose' : '', isProse ? line.trim() : line),
  )

/** A day, or the place where it is written. */
const dayOrBlank = (day: string): HTMLElement =>
  day
    ? element('span', '', day)
    : element(
        'span',
        '',
        ...['年', '月', '日'].flatMap((unit, at) => [element('i', at === 0 ? 'sheet-year' : 'sheet-month'), unit]),
      )

export const signedLines = ({ lines, day }: Of<'signed'>): HTMLElement =>
  element('div', 'sheet-sender', ...lines.map((line) => element('div', '', line)), dayOrBlank(day))

/** Its header stands on each sheet again. */
export const listTable = ({ caption, columns: all }: List): HTMLElement =>
  element(
    'table',
    'sheet-table sheet-files',
    columns(all.map(({ width }) => width)),
    element(
      'thead',
      '',
      element('tr', '', cell('th', all.length, 'sheet-list', caption)),
      element('tr', '', ...all.map(({ title }) => cell('th', 1, '', title))),
    ),
  )

/** The last cell is cut where it is long; what goes on on the next sheet has the others empty. */
export const entryRow = ({ list: { columns: all }, cells }: Of<'entry'>, { text, begins }: Part): HTMLElement =>
  element(
    'tr',
    '',
    ...(cells.length === 1
      ? [cell('td', all.length, 'sheet-heading', text)]
      : all.map(({ as }, at) => {
          const said = at === all.length - 1 ? text : begins ? (cells[at] ?? '') : ''
          return cell('td', 1, as ? `sheet-${as}` : '', said)
        })),
  )
