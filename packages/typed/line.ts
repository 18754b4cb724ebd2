/** One line of text as it was meant: what nobody sees is not part of it. */
import { unified } from './ideographs.ts'
import { isBlank, withoutUnseen } from './unseen.ts'

/** Ends of a line, of which the last three come from other systems. */
const BREAK = /\r\n?|[\u0085\u2028\u2029]/g

/** The text without what nobody sees; its lines each end by one character, whatever sent it. */
export const seenOf = (text: string): string => withoutUnseen(text.replace(BREAK, '\n'))

/** The text of a field of one line. A break of the line that came with pasting is a blank. */
export const tidyLine = (text: string): string => seenOf(unified(text)).replace(/\s+/g, ' ').trim()
/** Text of several lines: its lines stay, and blanks at its ends do not, nor what nobody sees. */
export const tidyText = (text: string): string => (isBlank(text) ? '' : seenOf(text).trim())
/** Forms of one mark that keyboards and input methods choose by themselves: its width, quotes of any kind, the length of a dash. */
const asTypedPlain = (text: string): string =>
  text
    .replace(/[\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[\uFF00-\uFFEF]+/g, (wide) => wide.normalize('NFKC'))
    .replace(/[\u2018-\u201F\u300C-\u300F\u301D-\u301F\uFE41-\uFE44'’]/g, '"')
    .replace(/[〔〖【]/g, '[')
    .replace(/[〕〗】]/g, ']')
    .replace(/[\u2010-\u2015\u2212\u2500\uFE58\uFE63-]+/g, '-')
    .replace(/[…⋯]+|\.{3,}|。{2,}/g, '…')
    .replace(/[•‧∙・･⋅]/g, '·')
    .replace(/\u301C/g, '~')
/**
 * What a text says, to compare it by: blanks and breaks count only where they part two words or numbers in Latin, and
 * neither the width of a character nor what ends a line does; how a character is drawn says nothing.
 */
export const saidIn = (text: string): string =>
  text
    .split(/[\r\n]+/)
    .map((line) => asTypedPlain(tidyLine(line)).replace(/[\s。.;,，、；!！…-]+$/, ''))
    .join(' ')
    .trim()
    .replace(/(?<![A-Za-z0-9]) | (?![A-Za-z0-9])/g, '')
/** Whether two numbers of documents 文号 are one: its year stands in any brackets, blanks part nothing in it, and 第07号 is 7号. */
export const isSameNumber = (one: string, other: string): boolean => bare(one) === bare(other)
const bare = (number: string): string =>
  saidIn(number)
    .replaceAll('第', '')
    .replace(/(?<!\d)0+(?=\d)/g, '')
    .replace(/[\s()[\]{}<>]/g, '')
/** The year that a document's number 文号 has in brackets, as it stands there. */
export const yearOfNumber = (number: string): string | undefined =>
  /[〔[【（(](\d{4})[〕\]】）)]/u.exec(number.normalize('NFKC'))?.[1]
/** How long it is: in characters, as the schemas count (Unicode code points; an input element counts UTF-16 units). */
export const lengthOf = (text: string): number => [...text].length
/** How much of it counts, as the schemas have it: blanks at its ends do not, nor what nobody sees. */
export const countedIn = (text: string): number => lengthOf(tidyText(text))
/** Where in the string, in UTF-16 units, the character after the `count`-th that counts begins. */
export function unitsOf(text: string, count: number): number {
  const all = [...text]
  const counts = (before: number): number => lengthOf(seenOf(all.slice(0, before).join('')).trimStart())
  // By halves: nobody knows how many blanks stand before the first that counts.
  let [few, enough] = [0, all.length]
  while (few < enough) {
    const half = Math.floor((few + enough) / 2)
    if (counts(half) < count) few = half + 1
    else enough = half
  }
  return all.slice(0, few).join('').length
}
const drawn = new Intl.Segmenter('zh')
/** Where what is drawn as one begins that holds this place, in UTF-16 units: of a family or a flag nobody sees a part. */
export const wholeFrom = (text: string, unit: number): number => drawn.segment(text).containing(unit)?.index ?? unit

/** Digits as they are dialled or sent: nothing full-width, no blanks, and one hyphen for every dash of whatever length. */
export const tidyNumber = (text: string): string =>
  tidyLine(text)
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[\u002D\u00AD\u2010-\u2015\u2212\u2500\u30FC\uFE58\uFE63]+/g, '-')
