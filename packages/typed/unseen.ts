/**
 * What nobody sees in a text: the one definition for texts, names and names of files. Some of it belongs to what is
 * seen (which drawing of 葛, a family of emoji) and stays; some of it is refused wherever it stands; the rest is not
 * part of a line or a name.
 */

// `\p{…}` stands in brackets everywhere: elsewhere the build takes it for newer than it is, and rewrites it.
/** Marks that turn the direction of writing, in which `fdp.exe` reads as `exe.pdf`; for a class of a pattern. */
export const TURNING = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069'
/** Nothing that anybody types: halves of characters, code points that will never be one, controls that are no blank. */
const REFUSED = new RegExp(
  `[\\p{Cs}\\p{Noncharacter_Code_Point}\\ufff9-\\ufffb${TURNING}]|(?![\\s\\u0085])[\\p{Cc}]`,
  'u',
)
/**
 * Zero-width blanks and joiners, marks of direction, fillers, the blank of Braille, marks of notes between lines, a head
 * of a note without a stroke, controls of hieroglyphs, control characters that are no blank.
 */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb\u{1d159}\u{13430}-\u{1343f}]|(?!\s)[\p{Cc}]/gu
/** Of those what belongs to a character that is seen: drawings of ideographs and emoji, what joins emoji, joiners of scripts that need them. */
const DRAWN = new RegExp(
  [
    '(?<=[\\p{Script=Han}])[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]',
    '(?<=[\\p{Extended_Pictographic}])[\\uFE0E\\uFE0F]|(?<=[0-9#*])\\uFE0F(?=\\u20E3)',
    '(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F])\\u200D(?=[\\p{Extended_Pictographic}])',
    '(?<=[\\p{Script=Arabic}\\p{Script=Mongolian}\\p{Script=Tibetan}])[\\u180B-\\u180F\\u200C\\u200D]',
  ].join('|'),
  'uy',
)
const isDrawn = (text: string, at: number): boolean => {
  DRAWN.lastIndex = at
  return DRAWN.test(text)
}

/** The text without what nobody sees, but for what is part of a drawing; `box` stands for each that goes. */
export const withoutUnseen = (text: string, box = ''): string =>
  text.replace(UNSEEN, (one, at: number) => (isDrawn(text, at) ? one : box))

/** Whether there is nothing to see in it. */
export const isBlank = (text: string): boolean => text.replace(UNSEEN, '').trim() === ''

/** Said of half a character. */
export const BROKEN = '含有残缺字符（如被截断的表情符号）；请删去后重新填写'
/** Why a text cannot be kept as it was sent, as the end of a sentence: what is wrong, where, what to do. */
export function whyNotKept(text: string): string | undefined {
  const found = REFUSED.exec(text)
  if (!found) return undefined
  if (/[\p{Cs}]/u.test(found[0])) return BROKEN
  const place = [...text.slice(0, found.index)].length + 1
  return `第${place}个字是看不见的控制字符（如改变文字方向的字符）；请删去后重新填写`
}

/** Whether every object of JavaScript has something by that name already: no field, and nothing that is named. */
export const isBuiltIn = (name: string): boolean => name in Object.prototype
