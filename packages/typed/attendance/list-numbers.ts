/** Numbers that parts of a list have, which say nothing of anybody: （1）王建国（2）李秀英, ①王建国②李秀英. */
import { seenOf } from '../line.ts'
import { numberIn } from './labels.ts'

const IN_BRACKETS = /[（(](\d{1,2})[)）][^\S\n]*(?=[\p{Script=Han}])/gu
const CIRCLED = '[①-⑳㉑-㊿❶-❿⓫-⓴➀-➓]'
const OF_LINE =
  /^([^\S\n]*)(?:[一二三四五六七八九十]{1,3}、|[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|\d{1,3}[.．、)）]|[1-9]\d{0,2}(?=[ \t]+[\p{Script=Han}]{2}))[^\S\n]*(?=[\p{L}（(［[【])/gmu

/** Numbers in brackets within a line, where they count from one: those who stand behind each are parted by it. */
export const withoutBracketNumbers = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const numbers = [...line.matchAll(IN_BRACKETS)].map(([, digits]) => Number(digits))
      return numbers.length > 1 && numbers.every((one, at) => one === at + 1)
        ? line.replace(IN_BRACKETS, '、').replace(/^(\s*)、|([:：]\s*)、/gu, '$1$2')
        : line
    })
    .join('\n')

/** Without all of them; what is written between them stays. */
export const withoutListNumbers = (text: string): string =>
  withoutBracketNumbers(text.replace(/^\s*(?:[#＃]接龙|(?:序号\s)?姓 ?名)[ \t]*\n/u, ''))
    // Lines that were pasted as one: 孙涛  二、请假：…
    .replace(/[ \u3000]+(?=(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、])[^\n、，,:：]{2,14}[:：])/gu, '\n')
    .replace(OF_LINE, '$1')
    .replace(
      /(?<=[\p{Script=Han}）)])[ \t\u3000]+(?:\d{1,3}[.．、)）]|[一二三四五六七八九十]、)[ \t\u3000]*(?=[\p{Script=Han}])/gu,
      '、',
    )
    .split('\n')
    .map((line) => ((line.match(new RegExp(CIRCLED, 'gu')) ?? []).length > 1 ? withoutCircled(line) : line))
    .join('\n')
const withoutCircled = (line: string): string =>
  line
    .replace(new RegExp(`(^|[:：])\\s*${CIRCLED}\\s*(?=[\\p{Script=Han}])`, 'gu'), '$1')
    .replace(new RegExp(`[、，\\s]*${CIRCLED}\\s*(?=[\\p{Script=Han}])`, 'gu'), '、')

/** Before a name, in whatever brackets or rings, or with nothing behind it; not what counts persons or says a day. */
const BEFORE_NAME =
  /(?<=^|[\s、，,;。])(?:[([{<]?(\d{1,3})[.、)\]}>]?|[([]?([一二三四五六七八九十]{1,3})[、)\]])\s*(?=[\p{Script=Han}])(?![人名位年月日次届号]|[^\p{L}]*$)/gu
/** 王建国①: a ring that numbers nobody behind it. */
const BEHIND_NAME = new RegExp(
  `[\\p{Script=Han}]{2,4}[^\\S\\n]*${CIRCLED}(?=[^\\S\\n]*(?:[\\n、，,;\\uFF1B。]|$))`,
  'u',
)
const plain = (text: string): string =>
  text
    .replace(/[❶-❿➀-➓]/gu, (one) => ` ${((one.charCodeAt(0) - 0x2776) % 10) + 1} `)
    .replace(/[①-⑳]/gu, ' $& ')
    .normalize('NFKC')
/**
 * 1 王建国, 1 李伟, 0 陈静, （1）…, ①…: a code that says of each whether they came. A list counts on in its lines and
 * from line to line, each number once, and anew behind a label or another line.
 */
export function whyNumbers(text: string): string | undefined {
  const [behind] = BEHIND_NAME.exec(seenOf(text)) ?? []
  if (behind) return `分不清“${behind.trim()}”后面的编号表示什么；请去掉，写成“出席：姓名”“请假：姓名”`
  let above: number | undefined
  let all = new Set<number>()
  const begin = () => {
    above = undefined
    all = new Set()
  }
  for (const line of plain(seenOf(text)).split('\n')) {
    if (line.trim() === '') continue
    if (line.search(BEFORE_NAME) < 0) begin()
    let before: number | undefined
    // A label begins anew; a paragraph has a number too.
    for (const [at, part] of line.split(':').entries()) {
      if (at > 0) begin()
      const numbers = [...part.matchAll(BEFORE_NAME)]
      for (const [nth, { 0: typed, 1: digits, 2: numeral = '', index }] of numbers.entries()) {
        const number = digits === undefined ? numberIn(numeral) : Number(digits)
        if (number === undefined) continue
        if (nth === 0) before = above
        if (number === 0 || all.has(number) || (before !== undefined && number <= before))
          return `“${part.slice(index).trim().slice(0, 12)}”前面的“${typed.trim()}”不是按顺序的编号，分不清表示什么；请去掉，写成“出席：姓名”“请假：姓名”`
        all.add(number)
        before = number
        if (nth === 0) above = number
      }
    }
  }
  return undefined
}
