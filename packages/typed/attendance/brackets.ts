/** Brackets that say whether somebody came, and stand so that nobody can tell of whom. */
import { seenOf } from '../line.ts'
import { tidyName } from '../names.ts'
import { isUnitNote } from '../person.ts'
import { ofWhich, ofWhose } from './asked.ts'
import { groupBefore, groupOf } from './labels.ts'

const BRACKET =
  /(?<open>[(（［[【〔〖])(?<said>[^()（）［］[\]【】〔〕〖〗\n]{2,20})[)）］\]】〕〗](?<behind>[^\S\n]*)(?=[:：]?[^\S\n]*(?:(?:\(?\d{1,2}[).、]?[^\S\n]*)?[\p{L}]|$))/gu

/** Why the text cannot be read: 王建国（请假）陈静, 【出席】王建国 【请假】陈静, 王建国，李秀英、陈静（请假）. */
export const whyBrackets = (text: string): string | undefined => whyBefore(text) ?? whyOfSome(text)

/** A list goes on in the next line behind a mark. */
const GOES_ON = /(?<=[、，,])\s*\n\s*/gu
const LABEL = /([^\s、，,。；;:：]*)[:：]/u
/** What sets some names of a list apart from the others; 张  磊 is one name. */
const APART = /[，,\t/／|｜]|(?<=[\p{Script=Han}）)]{2})[^\S\n]{2,}(?=[\p{Script=Han}]{2})/u
/** In a list whose names stand in 、 one blank does so as well; where blanks alone part names it parts one from the next. */
const APART_IN_LIST = new RegExp(`${APART.source}|(?<=[\\p{Script=Han}）)]{2})[^\\S\\n](?=[\\p{Script=Han}]{2})`, 'u')
/** Behind another name: of 马 超（请假） there is one. */
const OF_LAST =
  /(?:、|(?<=(?:^|\s)[\p{Script=Han}]{2,3})[^\S\n]+(?=[\p{Script=Han}]{2}))[^、（(]+[（(]([^（）()]{2,8})[)）]\s*$/u

/** 王建国、李秀英，陈静、周敏（请假）: the bracket may be said of all whom a mark sets apart. */
function whyOfSome(text: string): string | undefined {
  for (const sentence of seenOf(text.normalize('NFC'))
    .replace(GOES_ON, '')
    .split(/[\n。；;]/u)) {
    // Names before any label, and then each label with its names.
    const [first = '', ...rest] = sentence.split(LABEL)
    const lists = [['', first], ...rest.flatMap((label, at) => (at % 2 === 0 ? [[label, rest[at + 1] ?? '']] : []))]
    for (const [label = '', names = ''] of lists) {
      const groups = [APART, ...(/、/u.test(names) ? [APART_IN_LIST] : [])].flatMap((apart) => {
        const parts = names.split(apart).filter((one) => one.trim() !== '')
        return parts.length > 1 ? parts : []
      })
      for (const group of groups) {
        const [, said = ''] = OF_LAST.exec(group) ?? []
        const of = groupOf(tidyName(said))
        const isOfEach = group
          .trim()
          .split(/、|\s+(?![（(])/u)
          .every((one) => /[)）]$/u.test(one))
        if (of !== undefined && of !== groupBefore(tidyName(label)) && !isOfEach) return ofWhich(said, group.trim())
      }
    }
  }
  return undefined
}

function whyBefore(text: string): string | undefined {
  for (const line of seenOf(text.normalize('NFKC')).split('\n'))
    for (const { 0: all, index, groups = {} } of line.matchAll(BRACKET)) {
      const { open = '', said = '', behind = '' } = groups
      const [name] = /^[\p{Script=Han}]{2,4}(?![\p{Script=Han}])/u.exec(line.slice(index + all.length)) ?? []
      // 马玉兰 （县审计局）张三: where not every name has its unit before it, it may be either's.
      if (name && isUnitNote(tidyName(said)) && /[\p{Script=Han}）)]\s+$/u.test(line.slice(0, index)))
        return ofWhose(said, name)
      if (groupBefore(tidyName(said).replace(/\s/gu, '')) === undefined) continue
      const isSquare = open !== '('
      // 【请假】陈静: a label of its own.
      if (isSquare && line.slice(0, index).trim() === '') continue
      const rest = line.slice(index + all.length)
      // 王建国（请假） 陈静, and 王建国（请假） at its line's end. Between two blanks it may be said of either.
      const isBetween = /\s$/u.test(line.slice(0, index))
      if (!isSquare && ((behind !== '' && !isBetween) || rest.trim() === '')) continue
      const [next = ''] = /^[:：\s]*(?:\(?\d{1,2}[).、]?\s*)?([\p{L}\p{M}·]{1,8})/u.exec(rest)?.slice(1) ?? []
      return ofWhich(said, next, '前面')
    }
  return undefined
}
