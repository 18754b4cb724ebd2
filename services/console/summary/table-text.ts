/** What a table says, as it stands on the page: columns with a head, rows in their order, text without controls. */

/** No text of the list: what is pressed, what only a screen reader hears, what opens below a row. */
const NO_TEXT = 'button:not(.as-text), .ant-btn, .sr-only, .not-printed, svg, input, .ant-table-column-sorter'
const LINE = /^(?:DIV|P|LI|OL|UL|SECTION|BR)$/

function textIn(node: Node): string {
  if (node instanceof Element && node.matches(NO_TEXT)) return ''
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? ''
  const text = [...node.childNodes].map(textIn).join('')
  if (!(node instanceof Element)) return text
  if (LINE.test(node.tagName)) return `\n${text}\n`
  // Tags beside one another have their distance from style alone.
  return node.classList.contains('ant-tag') ? ` ${text} ` : text
}
const textOf = (cell: Element): string =>
  [...cell.childNodes]
    .map(textIn)
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s\n]*/g, '\n')
    .trim()

/** @param table with all of its rows on the page */
export function tableText(table: HTMLElement): {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
} {
  const cellsOf = (row: Element | null | undefined) => [...(row?.children ?? [])]
  const heads = cellsOf(table.querySelector('thead tr')).map(textOf)
  const all = [...table.querySelectorAll('tbody > tr.ant-table-row')].map((row) => cellsOf(row).map(textOf))
  // Boxes to tick and what opens a row have no head; a column of buttons says nothing.
  const shown = heads.flatMap((head, at) => (head && (all.length === 0 || all.some((row) => row[at])) ? [at] : []))
  return { head: shown.map((at) => heads[at] ?? ''), rows: all.map((row) => shown.map((at) => row[at] ?? '')) }
}
