/** Rows of the paper as elements. Made without React: a sheet is measured while it is set, many times over. */
import type { ListedFile, PaperRow, Part } from './form-on-paper.ts'

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

const columns = (...names: readonly string[]) =>
  element('colgroup', '', ...names.map((name) => element('col', `sheet-${name}`)))

export const formTable = (): HTMLElement =>
  element('table', 'sheet-table', columns('label', 'answer', 'label', 'answer'))

export const answersRow = ({ answers, long }: Extract<PaperRow, { kind: 'answers' }>, part: Part): HTMLElement => {
  const alone = answers.length === 1
  return element(
    'tr',
    long ? 'sheet-long' : '',
    ...answers.flatMap(({ label, text, note }) => [
      cell('th', 1, '', ...(alone ? labelOf(label, part) : titled(label))),
      cell(
        'td',
        alone ? 3 : 1,
        '',
        ...wordsOf(alone ? part : { text, begins: true, ends: true }, long),
        ...(note && part.ends ? [element('p', 'sheet-note', note)] : []),
      ),
    ]),
  )
}

/** An opinion with its signature and day below. */
export const boxRow = ({ label, signer, how, day }: Extract<PaperRow, { kind: 'box' }>, part: Part): HTMLElement =>
  element(
    'tr',
    'sheet-box',
    cell('th', 1, '', ...labelOf(label, part)),
    cell(
      'td',
      3,
      '',
      // Of a whole box with room to write in; a stretch of a long opinion takes what it needs.
      element('div', part.begins && part.ends ? 'sheet-words' : '', ...wordsOf(part, true)),
      ...(part.ends
        ? [
            element(
              'div',
              'sheet-signed',
              element('div', '', '负责人（签名）：', signer || element('i', 'sheet-name')),
              element('div', '', how, dayOrBlank(day)),
            ),
          ]
        : []),
    ),
  )

const words = new Intl.Segmenter('zh', { granularity: 'word' })
/** A title that needs two lines is parted between two words. */
const titled = (label: string): HTMLElement[] =>
  [...words.segment(label)].map(({ segment }) => element('span', 'sheet-word', segment))
const labelOf = (label: string, { begins }: Part): HTMLElement[] => titled(begins ? label : `${label}（续）`)

/** Paragraphs as they were typed; of prose each begins two characters in, unless it goes on from the sheet before. */
const wordsOf = ({ text, begins }: Part, isProse: boolean): HTMLElement[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => element('p', isProse && (begins || at > 0) ? 'sheet-prose' : '', isProse ? line.trim() : line))

/** A day, or the place where it is written. */
export const dayOrBlank = (day: string): HTMLElement =>
  day
    ? element('span', '', day)
    : element(
        'span',
        '',
        ...['年', '月', '日'].flatMap((unit, at) => [element('i', at === 0 ? 'sheet-year' : 'sheet-month'), unit]),
      )

/** Its header stands on each sheet again. */
export function filesTable(count: number): HTMLElement {
  const head = ['序号', '材料', '文件名', '摘要（前16位）'].map((name) => cell('th', 1, '', name))
  return element(
    'table',
    'sheet-table sheet-files',
    columns('number', 'kind', 'file', 'code'),
    element(
      'thead',
      '',
      element('tr', '', cell('th', 4, 'sheet-list', `附送材料清单（共${count}件）`)),
      element('tr', '', ...head),
    ),
  )
}

export const fileRow = ({ label, name, code }: ListedFile, n: number): HTMLElement =>
  element('tr', '', ...[String(n), label, name, code].map((words) => cell('td', 1, '', words)))
