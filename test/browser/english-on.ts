/** English that was left on a page: in what is seen, and in what is read out. */
import type { Page } from 'playwright-core'

/** Words in Latin letters that officials write themselves. */
const KNOWN = new Set([
  ...[
    'PDF',
    'Word',
    'Excel',
    'JPG',
    'JPEG',
    'PNG',
    'DOC',
    'DOCX',
    'XLS',
    'XLSX',
    'OFD',
    'CSV',
    'UTF',
    'ZIP',
    'KB',
    'MB',
  ],
  // On keyboards, and what a digest is made by.
  ...['Alt', 'Ctrl', 'Shift', 'Enter', 'Tab', 'Esc', 'SHA', 'JavaScript', 'HTML', 'WPS'],
])
/** A command line, a file's name, its ending, endings in a list, a receipt's number and its code, an address, an account, a number of a case or of a county's file, a digest, a unit's id that is said to be one. */
const NO_PROSE = [
  /npm run [^，。]*/g,
  /[^\s、，。；：（）“”]*\.(pdf|docx?|xlsx?|jpe?g|png|csv|json|html|txt|ofd)/gi,
  /“[^”]*\.[a-z0-9]{2,5}”/gi,
  /\b[a-z][a-z0-9]{1,3}(?:、[a-z][a-z0-9]{1,3}){2,}\b/g,
  /\b20\d\d-\d{1,2}-\d{1,4}-[2-9A-Z]{8}\b/g,
  // One code in twenty has no digit.
  /\b[2-9A-HJ-NP-Z]{8}\b/g,
  /https?:\/\/\S+|\S+@\S+/g,
  /[0-9a-f]{8,}/gi,
  /编号[a-z][a-z0-9-]+/g,
  /[A-Za-z0-9]*(?:[A-Za-z]\d|\d[A-Za-z])[A-Za-z0-9]*/g,
]
/** An account or a step, where it is seen; what is read out is words. */
const NAMES = /[a-z]+(?:[-_/][a-z0-9]+)+/g

/** Text nodes that are seen, and attributes that are shown or read out; code and what is typed are nobody's prose. */
const WORDS = `(() => {
  const seen = (element) => element.getClientRects().length > 0
  const said = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const { parentElement: inside, data } = texts.currentNode
    if (/[A-Za-z]{2}/.test(data) && inside && seen(inside) && !inside.closest('script, style, code, .code, pre, textarea, iframe'))
      said.push(data)
  }
  for (const element of document.querySelectorAll('*'))
    if (seen(element))
      for (const name of ['title', 'alt', 'placeholder', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext'])
        if (/[A-Za-z]{2}/.test(element.getAttribute(name) ?? '')) said.push(name + '=' + element.getAttribute(name))
  if (/[A-Za-z]{2}/.test(document.title)) said.push(document.title)
  return said
})()`

/** Each text or attribute with a word of English in it, once. */
export async function englishOn(page: Page): Promise<string[]> {
  const said = await page.evaluate<string[]>(WORDS)
  return [...new Set(said)].filter((one) => englishIn(one).length > 0).map((one) => `“${one.trim().slice(0, 80)}”`)
}

export function englishIn(said: string): readonly string[] {
  const [, isAttribute] = /^([a-z-]+)=/.exec(said) ?? []
  const patterns = isAttribute ? NO_PROSE : [...NO_PROSE, NAMES]
  const prose = patterns.reduce((text, pattern) => text.replaceAll(pattern, ' '), said.replace(/^[a-z-]+=/, ''))
  return [...prose.matchAll(/[A-Za-z]{2,}/g)].map(([word]) => word).filter((word) => !KNOWN.has(word))
}
