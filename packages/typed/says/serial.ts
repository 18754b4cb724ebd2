/** The number of a document or a meeting, by its shape: 泗政办秘〔2018〕22号, 第38次, 2018-22, 第十二期, 38. */
import { isPersonal } from './no-organs.ts'

const HAN_DIGITS = '零〇○一二三四五六七八九'
const NUM = `(?:\\d+|[${HAN_DIGITS}十百]+)`
/** The year is no serial, and a date is none: 〔2018〕, 2018年, 二〇一八年度, 4月13日. */
const NO_SERIAL = new RegExp(
  [
    `[〔[［【(（] ?(?:(?:19|20)\\d\\d|[一二][${HAN_DIGITS}]{3})年?[〕\\]］】)）]`,
    '(?:19|20)\\d\\d ?(?:年|[./-](?=\\d{1,2}[./-]\\d{1,2}(?!\\d)))',
    `[一二][${HAN_DIGITS}]{3}年`,
    '\\d{1,2}月(?:份|[上中下]旬|\\d{1,2}[日号])?',
  ].join('|'),
  'gu',
)
const IS_DATE = /^\s*\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?\s*$/u
/** 22号, 第三次, 十七届三次. */
const COUNTED = new RegExp(`(?:第 ?)?(${NUM})(?:[-—之]\\d+)? ?[号次期届批份卷册辑令]`, 'gu')
/** What such a number may be followed by: what kind of paper or meeting it is. */
const KIND =
  /^(?:[）)》”"]*$|[\p{Script=Han}“”"《》、（()）]{0,30}(?:文|文件|公告|通告|公示|通知|令|决定|决议|纪要|会|会议|名单|意见|批复|函|报告|请示|简报|通报|记录|议题|方案|书|表|单|稿)[）)》”"]*$|[（(].*\d.*[)）]$)/u
/** As the last of it: 泗政办秘2018-22, ZF003, （三）; a year alone is none. */
const LAST = new RegExp(`(?:^|[^\\d])(?!(?:19|20)\\d\\d[)）]?$)(${NUM})[)）]?$`, 'u')
const isSome = (numeral: string | undefined): boolean => !/^[0零〇○]*$/u.test(numeral ?? '')

/** @param text in half-width digits, with no blanks between ideographs */
export function hasSerial(text: string): boolean {
  // What is longer is refused for that, and would take long to look at.
  if (text.length > 300) return true
  if (IS_DATE.test(text) || /^(?:大?约|大概|见|如|按|待|拟)/u.test(text)) return false
  const rest = text.replace(NO_SERIAL, '').trim()
  const counted = [...rest.matchAll(COUNTED)]
  const last = counted.at(-1)
  if (last) return isSome(last[1]) && KIND.test(rest.slice(last.index + last[0].length).trim())
  const [, numeral] = LAST.exec(rest) ?? []
  return isSome(numeral) && !rest.split(/[^\p{L}]+/u).some((word) => isPersonal(word) && !/\d/.test(word))
}
