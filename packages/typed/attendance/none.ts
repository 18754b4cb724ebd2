/** Marks by which minutes say that there is nobody: 请假：/, 列席：、, 缺席：——. */
import { countIn, type Group, groupBefore, groupOf } from './labels.ts'

const BLANK = '[^\\S\\n]'
const MARK = '[/／\\\\＼|｜、，,。.；;﹑､﹔｡·•*＊~～－—–─()（）①❶➀-]'
const MARKS = `(?:${MARK}|${BLANK})`
/** Where names follow in the same line as well. */
const STROKES = '[/／\\\\＼|｜]+'
const ENDS_IN_STROKE = new RegExp(`${STROKES}$`, 'u')
const EMPTY_LINE = `${BLANK}*\\n${BLANK}*\\n`
/** A label, and behind its colon nothing but marks up to the end of its line or sentence, or an empty line. */
const BEHIND_COLON = new RegExp(
  `([^\\n:：、，,;；。|]{2,20})[:：](?:(?:${MARKS}+|${BLANK}*[0０零] *[人名位]?${MARKS}*)(?=\\n|$)|(?:(?![;；。])${MARKS})*(?=[;；。])|${BLANK}*${STROKES}(?=${BLANK}*\\p{Script=Han})|(?=${EMPTY_LINE}))`,
  'gu',
)
const IN_LINE = new RegExp(
  `^(${BLANK}*[^\\n:：、，,;；。|/\\t]{2,20}?)(?:(?:\\t|${BLANK}{2}|${BLANK}*${MARK})${MARKS}*$|(?=${EMPTY_LINE}))`,
  'gmu',
)
const NUMBER = /^(?:[（(][\d一二三四五六七八九十]+[)）]|\d+[.．)）])\s*/u

/** The text with 无 for them: whoever is named below is not taken for one of those. */
export const withNone = (text: string): string =>
  text
    .replace(BEHIND_COLON, (all: string, said: string) =>
      isEmptied(all, said, groupBefore) ? `${said}：无${ENDS_IN_STROKE.test(all) ? '\n' : ''}` : all,
    )
    // It stays a label without a colon, which may be said of whoever stands above it.
    .replace(IN_LINE, (all: string, said: string) => (isEmptied(all, said, groupOf) ? `${said}\n无` : all))

/** Behind 请假（2人） an empty line alone does not say that there is nobody. */
function isEmptied(all: string, said: string, groupIn: (label: string) => Group | undefined): boolean {
  const words = said.trim().replace(NUMBER, '').split(/\s+/)
  const label = words.map((_, at) => words.slice(at).join('')).find((one) => closes(groupIn(one)))
  return label !== undefined && (countIn(label) === undefined || /[^\s:：]/u.test(all.slice(said.length)))
}
const closes = (group: Group | undefined): boolean => group === 'absent' || group === 'beside'
