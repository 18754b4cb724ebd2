/** What stands between two marks of a text that lists persons. */
import { seenOf } from './line.ts'
import { withDots } from './names.ts'
import { isBlank } from './unseen.ts'

// What a worksheet says of a formula has a stroke of its own.
const PART = /([、，,;；。\n\t|\\＼｜／﹑､︑﹐︐﹔｡]|[①-⑳㉑-㊿❶-❿⓫-⓴➀-➓]|(?<!#N)\/)/u
/** After these a label stands before its names; between 、 it may as well stand behind one. */
const STOP = /[，,;；。\n﹐︐﹔｡]/
/** After these it is not sure that a label goes on. */
const END = /[;；。﹔｡]/
const GOES_ON = /[、，,﹑､︑﹐︐]/

/** Stands for the colon of （单位：…）, which ends no label. */
export const COLON_IN_NOTE = '∶'

export type Piece = {
  readonly text: string
  /** A label may stand here before its names. */
  readonly begins: boolean
  /** What was before it has ended, by a full stop or with its line. */
  readonly ends: boolean
}

/** A bracket belongs to what is before it, and a colon ends a label. */
export function piecesOf(text: string): Piece[] {
  const set = withoutBullets(withDots(seenOf(text.normalize('NFC')).replace(/[^\S\n\t]+/g, ' ')))
    // The numbers of a list's lines: 一、出席人员：…
    .replace(/(^|\n)\s*(?:[一二三四五六七八九十]+、|\d+[.．、])\s*/g, '$1')
    .replace(/[ \u3000]*[(（［[【][ \u3000]*/g, '（')
    .replace(/[ \u3000]*[)）］\]】]/g, '）')
    .replace(/（ *单位[ \u3000]*[:：∶][ \u3000]*/g, `（单位${COLON_IN_NOTE}`)
    .replace(/[ \u3000]*[:：]/g, '：')
  const pieces: Piece[] = []
  let begins = true
  let between = ''
  for (const [at, part] of set.split(PART).entries()) {
    if (at % 2 === 1) {
      begins = STOP.test(part) || (begins && pieces.length === 0)
      between += part
    } else if (!isBlank(part)) {
      // A list that is longer than its line goes on in the next one.
      const ends = END.test(between) || (between.includes('\n') && !GOES_ON.test(between))
      pieces.push({ text: part, begins, ends: ends && pieces.length > 0 })
      between = ''
    }
  }
  return pieces
}

/** A dot with which a line begins begins a name, and is none within one. */
const withoutBullets = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const [, bullet] = /^\s*([•·●○◆◇■□▪▫*○-])/u.exec(line) ?? []
      return bullet ? line.split(bullet).join('、') : line
    })
    .join('\n')
