/** Whether a text says anything: a mark, a placeholder, what a worksheet shows for an error, and talk that only fills the field do not. */

import { nameKey } from '../names.ts'
import { isCellError } from './cell-error.ts'
import { agrees, isElsewhere, isEmptyTalk, ONLY_FILLERS } from './empty-talk.ts'
import { ownWords } from './unfilled.ts'

/** Officials set an opinion wide, 同　意: blanks between ideographs part nothing. */
export const setClose = (text: string): string => text.replace(/(?<=[\p{Script=Han}])\s+(?=[\p{Script=Han}])/gu, '')
/** Its letters and digits, in one width. */
export const keyOf = (text: string): string => nameKey(text.replace(MARKUP, '')).replace(/[^\p{L}\p{N}]/gu, '')
/** As pages write a blank or a break. */
const MARKUP = /<\/?[a-z][^<>]*>|&(?:[a-z]+|#\d+);/giu
export const FORMULA = /^\s*[=＝]/

/** What stands where nothing is to be said. `无` is an answer only where a question asks for what there may not be. */
const NONE = ['无', '没有', '暂无', '无内容', '没有内容', '没写', '不适用']
const FILLERS = [
  ...NONE,
  ...(
    '同上 同前 同左 如上 如前 如题 上同 见上 略 从略 省略 空 空白 缺 暂缺 待定 未定 待补 待填 待补充 待完善 待编 待编号 待批 未填 不填 不详 未知 不知道 ' +
    '某某 某 标题 文号 编号 名称 网址 链接 内容 理由 原因 占位 测试 试填 以下空白'
  ).split(' '),
]
/** Keys in a row, and words of programs. */
const LATIN =
  'asdf asdfg asdfgh asd qwer qwert qwerty qwe zxcv zxc abc abcd null none nan na nil undefined tbd tba ditto test testing x xx xxx'.split(
    ' ',
  )
const PLACEHOLDERS: ReadonlySet<string> = new Set([...FILLERS, ...LATIN])
const ANSWERS: ReadonlySet<string> = new Set(NONE)
/** What a program would have put words in place of: {{reason}}, ${x}, <%= x %>. No such text was ever finished. */
export const TEMPLATE = /\{\{[^{}]*\}\}|[$#]\{[^{}]*\}|<%[^%]*%>|\{%[^%]*%\}/u

/** Whether it stands for a text and is none, whatever marks are around it. */
export const isFiller = (text: string): boolean => {
  const key = keyOf(text)
  return PLACEHOLDERS.has(key) || ONLY_FILLERS.test(key) || /^x{2,}$|^[某]{2,}$/u.test(key)
}
/** Whether it says that there is none: 无. */
export const isNone = (text: string): boolean => ANSWERS.has(keyOf(text))

const HAS_TWO = /([\p{L}])(?!\1)[\p{L}]/u
export const HAS_HAN = /[\p{Script=Han}]/u
/** Words in Latin of a text that has no others; the marks of an order, 1ª, are no letters. */
const onlyLatin = (text: string): readonly string[] | undefined => {
  const all = text.replace(/[ªº]/g, '').normalize('NFKC').toLowerCase()
  return /(?![\p{Script=Latin}])[\p{L}]/u.test(all) ? undefined : (all.match(/[\p{L}\p{N}]+/gu) ?? [])
}
/** Keys in a row are no words, and nothing is none either. */
const isOnlyKeys = (text: string): boolean => onlyLatin(text)?.every((word) => PLACEHOLDERS.has(word)) ?? false

/** 审核意见：, with nothing behind it. */
const LABEL_ALONE = /^[\s（(【]*[\p{Script=Han}]{2,12}[：:]\s*$/u

/** What says nothing wherever something is to be explained, or agreed to. */
const isEmpty = (text: string): boolean =>
  isCellError(text) ||
  FORMULA.test(text) ||
  LABEL_ALONE.test(text) ||
  isFiller(text) ||
  isOnlyKeys(text) ||
  TEMPLATE.test(ownWords(text)) ||
  isEmptyTalk(keyOf(text)) ||
  keyOf(text) === ''
const saysIn = (text: string): boolean => HAS_TWO.test(setClose(text)) && !isEmpty(text)
/** In Latin letters alone it may be somebody's account, and is no official's opinion: those are written in Chinese by law. */
const isForeign = (text: string): boolean => onlyLatin(text) !== undefined

const countIn = (text: string, one: RegExp): number => text.match(one)?.length ?? 0
const isLongEnough = (text: string): boolean => countIn(text, /[\p{L}]/gu) >= 3 || countIn(text, /[\p{L}\p{N}]/gu) >= 4
/** 缺3页, 超期2天: how much of what is missing or late says why as well. */
const COUNTS =
  /^(?:[还仅只共尚才]?(?:[缺少差漏多超晚迟欠错补扣得才]|超期|逾期|晚交|迟交|重复|违反))\s*\d+(?:\.\d+)?\s*[页份章处人天日件项条张个次户家年月分字名]/u
/** Whether it may say why: three letters at least, as 无公章, or four with digits, of which two different letters stand side by side as a word. */
export const isSentence = (text: string): boolean =>
  COUNTS.test(text) ||
  (isLongEnough(text) && !isForeign(text) && saysIn(text) && !agrees(keyOf(text)) && !isOnlyElsewhere(text))

/** As officials sign with one ideograph: 阅, 准; 知, 收, 退, 发 and 存 as well. */
const ONE_AS_SIGNED = /^[^\p{L}\p{N}]*[阅准可行好是妥核悉批办转否知收退发存][^\p{L}\p{N}]*$/u
/** Whether it is an opinion: two different letters side by side, or one ideograph as officials sign. */
export const hasWords = (text: string): boolean =>
  COUNTS.test(text) || ONE_AS_SIGNED.test(text) || (!isForeign(text) && saysIn(text) && !isElsewhere(keyOf(text)))
/** Whether all it says is where to look: 见附件. */
export const isOnlyElsewhere = (text: string): boolean => isElsewhere(keyOf(text))
/** Whether somebody tells anything, in whatever language. */
export const isAccount = (text: string): boolean => ONE_AS_SIGNED.test(text) || saysIn(text)
