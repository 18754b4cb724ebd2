/** Numbers that parts of a list have, which say nothing of anybody: （1）王建国（2）李秀英, ①王建国②李秀英. */

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
