/**
 * What a library that fills in texts leaves to be done: a paragraph whose fields are all empty goes, as in the product's own
 * forms; a text of several lines becomes as many paragraphs, each with the indents of the first.
 */
import { DOMParser, type Element, type Node, XMLSerializer } from '@xmldom/xmldom'

/** Characters that stand for nothing and may be exchanged in no text: around what was filled in until paragraphs are settled. */
export const FILLED = { nothing: '\uFDD0', something: '\uFDD1', line: '\uFDD2' } as const
const ANY = /[\uFDD0-\uFDD2]/

/** @param xml a part of a Word file, its fields filled in with the characters above */
export function settleParagraphs(xml: string): string {
  const document = new DOMParser().parseFromString(xml, 'text/xml')
  // What stands in a box within a paragraph comes before that.
  for (const paragraph of [...document.getElementsByTagName('w:p')].reverse()) settle(paragraph)
  // A list without a row leaves a table without one, which Word calls damaged.
  for (const table of [...document.getElementsByTagName('w:tbl')].reverse())
    if (table.getElementsByTagName('w:tr').length === 0) table.parentNode?.removeChild(table)
  return new XMLSerializer().serializeToString(document)
}

function settle(paragraph: Element): void {
  const texts = textsOf(paragraph)
  const whole = texts.map(({ textContent }) => textContent ?? '').join('')
  if (!ANY.test(whole)) return
  if (whole.includes(FILLED.nothing) && !whole.includes(FILLED.something) && !hasMore(paragraph)) {
    if (canGo(paragraph)) paragraph.parentNode?.removeChild(paragraph)
    else for (const one of texts) one.textContent = ''
    return
  }
  for (const one of splitAtLines(paragraph))
    for (const text of textsOf(one)) text.textContent = (text.textContent ?? '').replaceAll(new RegExp(ANY, 'g'), '')
}

const above = (node: Node, tag: string): Node | null => {
  let one = node.parentNode
  while (one && one.nodeName !== tag) one = one.parentNode
  return one
}
/** Its own, not those of a box within it. */
const textsOf = (paragraph: Element): Element[] =>
  [...paragraph.getElementsByTagName('w:t')].filter((one) => above(one, 'w:p') === paragraph)

/** Something besides words: a page's number, a picture, the end of a section. */
const hasMore = (paragraph: Element): boolean =>
  ['w:fldChar', 'w:fldSimple', 'w:drawing', 'w:pict', 'w:object', 'w:sectPr', 'w:footnoteReference'].some(
    (tag) => paragraph.getElementsByTagName(tag).length > 0,
  )

/** Each cell, header and box has to have a paragraph, and two tables without one between them are one. */
function canGo(paragraph: Element): boolean {
  const { parentNode } = paragraph
  const [before, after] = [beside(paragraph, 'previousSibling'), beside(paragraph, 'nextSibling')]
  const isTable = (node: Node | null) => node?.nodeName === 'w:tbl'
  if (isTable(before) && (after === null || isTable(after) || after.nodeName === 'w:sectPr')) return false
  return [...(parentNode?.childNodes ?? [])].filter(({ nodeName }) => nodeName === 'w:p').length > 1
}
const MARKS = new Set(['w:bookmarkStart', 'w:bookmarkEnd', 'w:proofErr', '#text'])
function beside(node: Node, side: 'previousSibling' | 'nextSibling'): Node | null {
  let one = node[side]
  while (one && MARKS.has(one.nodeName)) one = one[side]
  return one
}

function splitAtLines(paragraph: Element): readonly Element[] {
  const made = [paragraph]
  for (let one = paragraph; ; ) {
    const at = textsOf(one).findIndex(({ textContent }) => textContent?.includes(FILLED.line))
    const text = textsOf(one)[at]
    if (!text) return made
    const next = one.cloneNode(true)
    const twin = isElement(next) ? textsOf(next)[at] : undefined
    if (!isElement(next) || !twin) return made
    const [first = '', ...rest] = (text.textContent ?? '').split(FILLED.line)
    text.textContent = first
    twin.textContent = rest.join(FILLED.line)
    cut(one, text, 'nextSibling')
    cut(next, twin, 'previousSibling')
    // Names that only one may have, and a section that ends once.
    for (const half of [one, next]) drop(half, 'w:bookmarkStart', 'w:bookmarkEnd')
    drop(one, 'w:sectPr')
    next.removeAttribute('w14:paraId')
    one.parentNode?.insertBefore(next, one.nextSibling)
    made.push(next)
    one = next
  }
}
const isElement = (node: Node): node is Element => node.nodeType === 1

/** Takes away what stands on one side of a text in its paragraph; how paragraph and letters look stays. */
function cut(paragraph: Element, text: Element, side: 'previousSibling' | 'nextSibling'): void {
  for (let at: Node = text; at !== paragraph && at.parentNode; at = at.parentNode)
    for (let one = at[side]; one; ) {
      const next: Node | null = one[side]
      if (!one.nodeName.endsWith('Pr')) one.parentNode?.removeChild(one)
      one = next
    }
}
function drop(paragraph: Element, ...tags: readonly string[]): void {
  for (const tag of tags) for (const one of [...paragraph.getElementsByTagName(tag)]) one.parentNode?.removeChild(one)
}
