/** Sheets of A4 from a paper: rows are set one below the other until a sheet is full; a long answer goes on on the next. */

import type { Paper } from '#papers/paper.ts'
import type { Part } from './form-on-paper.ts'
import { type Piece, piecesOf } from './sheet-pieces.ts'
import { element } from './sheet-rows.ts'
import './sheets.css'

/**
 * What stands on a sheet between its margins, in CSS pixels (96 to the inch, on paper too): 247 mm. The style leaves two
 * lines more, since a printer's letters are a trace wider than the screen's.
 */
const ROOM = (247 / 25.4) * 96
/** A long answer is cut where at least so many characters stand on either side. */
const LEAST = 60
/** What begins no line. */
const CLOSING = /[，。、；：？！）》」』”’…—]/

type Sheet = { readonly whole: HTMLElement; readonly body: HTMLElement; readonly foot: HTMLElement }

/** Sets a paper into a place that is laid out, in sight or not, and numbers its sheets. */
export function setSheets(place: HTMLElement, paper: Paper): void {
  const sheets: Sheet[] = []
  const next = () => {
    const sheet = emptySheet(paper.marks)
    place.append(sheet.whole)
    sheets.push(sheet)
    return sheet.body
  }
  let body = next()
  for (const group of piecesOf(paper)) {
    if (group.length > 1 && !fitsWhole(body, group)) body = next()
    for (const piece of group) set(piece)
  }
  sheets.forEach(({ foot }, at) => {
    foot.append(
      element(
        'div',
        '',
        element('span', '', paper.unit),
        element('span', 'sheet-aside', `第${at + 1}页　共${sheets.length}页`),
      ),
      element('div', '', paper.foot),
    )
  })

  function set(piece: Piece): void {
    let part = { text: piece.text ?? '', begins: true, ends: true }
    while (!isSet(body, piece, part)) {
      const cut = piece.text === undefined ? 0 : whereToCut(body, piece, part)
      const letters = Array.from(part.text)
      if (cut > 0) {
        put(body, piece, piece.make({ ...part, text: letters.slice(0, cut).join(''), ends: false }))
        part = { text: letters.slice(cut).join(''), begins: false, ends: true }
      } else if (body.childElementCount === 0) {
        // Alone on a sheet and still too high: it is printed all the same.
        put(body, piece, piece.make(part))
        break
      }
      body = next()
    }
  }
}

function emptySheet(marks: readonly string[]): Sheet {
  const body = element('div', 'sheet-body')
  const foot = element('div', 'sheet-foot')
  const across = marks.map((mark) => {
    const one = element('div', 'sheet-mark')
    // Pale, so that the rows below stay readable: drawn by the style, and in words at the head and the foot.
    one.dataset.mark = mark
    return one
  })
  return { whole: element('section', 'sheet', ...across, body, foot), body, foot }
}

function fitsWhole(body: HTMLElement, group: readonly Piece[]): boolean {
  const takeBack = group.map((piece) =>
    put(body, piece, piece.make({ text: piece.text ?? '', begins: true, ends: true })),
  )
  const does = body.getBoundingClientRect().height <= ROOM
  for (const one of takeBack.reverse()) one()
  return does
}

/** Whether it stands there now; where it does not fit the sheet is as before. */
function isSet(body: HTMLElement, piece: Piece, part: Part): boolean {
  const takeBack = put(body, piece, piece.make(part))
  if (body.getBoundingClientRect().height <= ROOM) return true
  takeBack()
  return false
}

/** Rows of one table stand in one table as long as nothing comes between. @returns what takes it off again */
function put(body: HTMLElement, { table }: Piece, made: HTMLElement): () => void {
  if (!table) {
    body.append(made)
    return () => made.remove()
  }
  const last = body.lastElementChild
  if (last instanceof HTMLElement && last.dataset.table === table.name) {
    last.append(made)
    return () => made.remove()
  }
  const begun = table.begin()
  begun.dataset.table = table.name
  begun.append(made)
  body.append(begun)
  return () => begun.remove()
}

/** How many characters of it fit on this sheet; 0 where it had better begin on the next. */
function whereToCut(body: HTMLElement, piece: Piece, part: Part): number {
  const letters = Array.from(part.text)
  const fits = (count: number): boolean => {
    const takeBack = put(body, piece, piece.make({ ...part, text: letters.slice(0, count).join(''), ends: false }))
    const does = body.getBoundingClientRect().height <= ROOM
    takeBack()
    return does
  }
  let [most, tooMany] = [0, letters.length]
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2)
    if (fits(middle)) most = middle
    else tooMany = middle
  }
  let cut = Math.min(most, letters.length - LEAST)
  while (cut > 0 && CLOSING.test(letters[cut] ?? '')) cut--
  return cut < LEAST ? 0 : cut
}
