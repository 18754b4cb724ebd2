/**
 * What is printed of a page is something else than what stands on screen: it is set when printing begins, beside the
 * page, and taken away after it. So nobody on screen finds it twice, and what is printed is what is there at that moment.
 */
import type { Paper } from '#papers/paper.ts'
import { setSheets } from './sheets.ts'

/** @param current the papers as they are when printing begins, each on sheets of its own. @returns what ends it */
export function printInstead(current: () => readonly Paper[]): () => void {
  let set: readonly HTMLElement[] = []
  const show = () => {
    if (set.length > 0) return
    const sheets = document.createElement('div')
    sheets.className = 'sheets'
    // Margins are the sheets' own; without any the browser prints no address and day of its own either.
    const style = document.createElement('style')
    style.textContent = '@page{size:A4 portrait;margin:0}@media print{body>:not(.sheets){display:none}}'
    set = [style, sheets]
    document.body.append(...set)
    for (const paper of current()) setSheets(sheets, paper)
  }
  const end = () => {
    for (const one of set) one.remove()
    set = []
  }
  const media = matchMedia('print')
  const change = () => (media.matches ? show() : end())
  addEventListener('beforeprint', show)
  addEventListener('afterprint', end)
  media.addEventListener('change', change)
  change()
  return () => {
    removeEventListener('beforeprint', show)
    removeEventListener('afterprint', end)
    media.removeEventListener('change', change)
    end()
  }
}
