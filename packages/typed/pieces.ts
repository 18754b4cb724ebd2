/** What stands between two marks of a text that lists persons. */
import { fusedIn, groupOf } from './attendance/labels.ts'
import { withoutBracketNumbers } from './attendance/list-numbers.ts'
import { seenOf } from './line.ts'
import { tidyName, withDots } from './names.ts'
import { whyNoPerson } from './person.ts'
import { whyUnsure } from './sure-names.ts'
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
  /** By a full stop. */
  readonly stops: boolean
}

/** 石磊（县市场监管局，代）: what divides the words of a bracket divides no persons, save where it holds persons. */
const BRACKET = /（([^（）：\n]{1,40})）/gu
const MARKS = '、，,;；。|／/﹑､︑﹐︐﹔｡'
const WITHIN = new RegExp(`[${MARKS}]`, 'gu')
const areNames = (inner: string): boolean =>
  inner.split(WITHIN).every((one) => whyUnsure(tidyName(one)) === undefined && whyNoPerson(tidyName(one)) === undefined)
// Code points that nobody types, each for one of the marks.
const HIDES_FROM = 0xfdd0
const HIDDEN = /[\uFDD0-\uFDDF]/gu
const hidden = (mark: string): string => String.fromCharCode(HIDES_FROM + MARKS.indexOf(mark))
const seen = (one: string): string => MARKS[one.charCodeAt(0) - HIDES_FROM] ?? ''

const LINE_NUMBER =
  /(^|\n)\s*(?:[一二三四五六七八九十]+、|[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|\d{1,3}[.．、)）]|\d{1,3}(?=[ \t]+[\p{Script=Han}]{2}))\s*/gu
/** The number of a paragraph within a line, with what stands behind it. In 孙　涛　一、请假：… it may end the name. */
const NUMBERED =
  /(?<!(?:^|[\s、，,：:])[\p{Script=Han}])[ \u3000]+(?:[一二三四五六七八九十]+、|\d+[.．、])\s*(?=([^ \u3000：:]{2,12}))/gu

/** A bracket belongs to what is before it, and a colon ends a label. */
export function piecesOf(text: string): Piece[] {
  const set = withDots(
    withoutBullets(
      withWideNames(withLongLines(withoutBracketNumbers(seenOf(text.normalize('NFC'))))).replace(/[^\S\n\t]+/g, ' '),
    ),
  )
    // The same where lines were pasted as one: 孙涛  二、请假：…
    .replace(NUMBERED, (all: string, behind: string) => (groupOf(behind) || fusedIn(behind) ? '\n' : all))
    .replace(/^\s*(?:[#＃]接龙|(?:[序]号\s)?[姓] ?[名])[ \t]*\n/, '')
    // The numbers of a list's lines: 一、出席人员：…, （1）许建国, 2 宋志远.
    .replace(LINE_NUMBER, '$1')
    .replace(/(?<=[\p{Script=Han}）)])[ \t\u3000]+\d{1,3}[.．、)）][ \t\u3000]*(?=[\p{Script=Han}])/gu, '、')
    .replace(/[ \u3000]+(?=[一二三四五六七八九十]、[^\n、:：]{0,12}[:：])/g, '、')
    .replace(/[ \u3000]*[(（［[【][ \u3000]*/g, '（')
    .replace(/[ \u3000]*[)）］\]】]/g, '）')
    .replace(/（ *单位[ \u3000]*[:：∶][ \u3000]*/g, `（单位${COLON_IN_NOTE}`)
    .replace(/[ \u3000]*[:：]/g, '：')
    .replace(BRACKET, (all: string, inner: string) => (areNames(inner) ? all : all.replace(WITHIN, hidden)))
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
      pieces.push({
        ...{ text: part.replace(HIDDEN, seen), begins },
        ...{ ends: ends && pieces.length > 0, stops: END.test(between) },
      })
      between = ''
    }
  }
  return pieces
}

const HAN = '[\\p{Script=Han}]'
/** 张　磊　　王　伟: where one blank stands within names, more of them part two. */
const WIDE_NAME = new RegExp(`(?<!${HAN})${HAN}\u3000${HAN}(?!${HAN})`, 'u')
const WIDE_GAP = new RegExp(`(?<=${HAN})[ \u3000]{2,}(?=${HAN})`, 'gu')
const withWideNames = (text: string): string =>
  text
    .split('\n')
    .map((line) => (WIDE_NAME.test(line) ? line.replace(WIDE_GAP, '、') : line))
    .join('\n')

/** As wide as a label of two characters and its colon: what is set in as far goes on with what stands above it. */
export const SET_IN = 3
export const setInOf = (line: string): number => {
  const [blanks = ''] = /^\s*/u.exec(line) ?? []
  return [...blanks].reduce((sum, one) => sum + (one === '\u3000' ? 1 : one === '\t' ? SET_IN : 0.5), 0)
}
/** Where the names behind a line's label begin. */
export const namesBegin = (line: string): number | undefined => {
  const [label] = /^[^:：。；;，,、]{0,20}[:：]/u.exec(line.trim()) ?? []
  return label === undefined ? undefined : setInOf(line) + label.length
}
/** A list that goes on in a second line, below its first name, is one. */
function withLongLines(text: string): string {
  let above = 0
  let afterBlank = false
  // Where the names of the label above begin; a signature stands farther to the right.
  let names = 0
  return text
    .split('\n')
    .map((line, at) => {
      const setIn = setInOf(line)
      const goesOn =
        at > 0 &&
        !afterBlank &&
        setIn >= SET_IN &&
        setIn > above &&
        setIn <= names + SET_IN &&
        !/[:：]/u.test(line) &&
        !isBlank(line)
      if (!goesOn && !isBlank(line)) above = setIn
      names = namesBegin(line) ?? names
      afterBlank = isBlank(line)
      return { line, goesOn }
    })
    .reduce((all, { line, goesOn }, at) => (at === 0 ? line : `${all}${goesOn ? '、' : ''}\n${line}`), '')
}

/** ·许建国 ·宋志远: whole names, which no dot makes one. */
const OF_THREE = /^\s*(?:[·•]\s*[\p{Script=Han}]{3}(?:\s+|$)){2,}$/u
/** A sign with which a line begins begins a name; a dot and a dash are part of a name farther on. */
const withoutBullets = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const [, bullet] = /^\s*([•·●○◆◇■□▪▫*○-])/u.exec(line) ?? []
      if (bullet === undefined) return line
      return /[·•-]/u.test(bullet) && !OF_THREE.test(line) ? line.replace(bullet, '、') : line.split(bullet).join('、')
    })
    .join('\n')
