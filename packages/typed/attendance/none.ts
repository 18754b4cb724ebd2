/** Marks by which minutes say that there is nobody: 请假：/, 列席：、, 缺席：——. */
import { tidyName } from '../names.ts'
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
  `([^\\n:：、，,;\\uFF1B。|]{2,20})[:：](?:(?:${MARKS}+|${BLANK}*(?:[0０零〇] *[人名位]?|(?:暂)?无|没有|[×xX╳])${MARKS}*)(?=\\n|$)|(?:(?![;\\uFF1B。])${MARKS})*(?=[;\\uFF1B。])|${BLANK}*${STROKES}(?=${BLANK}*\\p{Script=Han})|(?=${EMPTY_LINE}))`,
  'gu',
)
const IN_LINE = new RegExp(
  `^(${BLANK}*[^\\n:：、，,;\\uFF1B。|/\\t]{2,20}?)(?:(?:\\t|${BLANK}{2}|${BLANK}*${MARK})${MARKS}*$|(?=${EMPTY_LINE}))`,
  'gmu',
)
const NUMBER = /^(?:[（(][\d一二三四五六七八九十]+[)）]|\d+[.．)）])\s*/u

/** （无）; 无 and in the same line another label. */
const IN_BRACKETS = /(?<=[:：][^\S\n]*)[（(]((?:暂)?无)[)）]/gu
const BEFORE_LABEL = /(?<=[:：][^\S\n]*(?:(?:暂)?无|没有))[^\S\n]+(?=[^\s:：、，,。\uFF1B;]{2,8}[:：])/gu
const ARRIVED = /(?<=[（(])已?到(?=[)）])/gu
/** 孙丽华. at the end of a list; elsewhere a dot may be one of a name. */
const LAST_DOT = /(?<=[\p{Script=Han}])[.．](?=\s*(?:$|\n[^\n:：]{2,12}[:：]))/gu
/** Short forms of minutes, written out. */
export const writtenOut = (text: string): string =>
  text.replace(IN_BRACKETS, '$1').replace(BEFORE_LABEL, '\n').replace(ARRIVED, '到会').replace(LAST_DOT, '。')

/** The text with 无 for them: whoever is named below is not taken for one of those. */
export function withNone(text: string): string {
  // Blanks that nobody sees say it only where other labels have names in their line.
  const heads = (all: string, said: string, at: number, whole: string) =>
    /^(?:[:：] ?|\s)?$/u.test(all.slice(said.length)) &&
    !IS_EMPTY.test(whole.slice(at + all.length)) &&
    !namesInLine(text)
  return (
    text
      .replace(BEHIND_COLON, (all: string, said: string, at: number, whole: string) =>
        isEmptied(all, said, groupBefore) && !heads(all, said, at, whole)
          ? `${said}：无${ENDS_IN_STROKE.test(all) ? '\n' : ''}`
          : all,
      )
      // It stays a label without a colon, which may be said of whoever stands above it.
      .replace(IN_LINE, (all: string, said: string, at: number, whole: string) =>
        isEmptied(all, said, groupOf) && !heads(all, said, at, whole) ? `${said}\n无` : all,
      )
  )
}
const IS_EMPTY = new RegExp(`^${EMPTY_LINE}`, 'u')
/** Whether a label has somebody in its own line. */
const namesInLine = (text: string): boolean =>
  text.split('\n').some((line) => {
    const [, label = ''] = /^\s*([^:：\t]*?)(?:[:：]|\t|[^\S\n]{2})\s*[\p{L}\p{Script=Han}]/u.exec(line) ?? []
    return groupBefore(tidyName(label.replace(/\s/gu, '').replace(NUMBER, ''))) !== undefined
  })

/** Behind 请假（2人） an empty line alone does not say that there is nobody. */
function isEmptied(all: string, said: string, groupIn: (label: string) => Group | undefined): boolean {
  const words = said.trim().replace(NUMBER, '').split(/\s+/)
  const label = words.map((_, at) => words.slice(at).join('')).find((one) => closes(groupIn(one)))
  return label !== undefined && (countIn(label) === undefined || /[^\s:：]/u.test(all.slice(said.length)))
}
const closes = (group: Group | undefined): boolean => group === 'absent' || group === 'beside'
