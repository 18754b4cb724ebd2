/** Brackets that say whether somebody came, and stand so that nobody can tell of whom. */
import { seenOf } from '../line.ts'
import { tidyName } from '../names.ts'
import { ofWhich } from './asked.ts'
import { groupBefore } from './labels.ts'

const BRACKET =
  /(?<open>[(（［[【〔〖])(?<said>[^()（）［］[\]【】〔〕〖〗\n]{2,20})[)）］\]】〕〗](?<behind>[^\S\n]*)(?=[:：]?[^\S\n]*(?:(?:\(?\d{1,2}[).、]?[^\S\n]*)?[\p{L}]|$))/gu

/** Why the text cannot be read: 王建国（请假）陈静, 【出席】王建国 【请假】陈静. */
export function whyBrackets(text: string): string | undefined {
  for (const line of seenOf(text.normalize('NFKC')).split('\n'))
    for (const { 0: all, index, groups = {} } of line.matchAll(BRACKET)) {
      const { open = '', said = '', behind = '' } = groups
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
