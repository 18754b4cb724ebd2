/** Lines of minutes that stand apart from the list above them: who signed, and a name that a line's end has cut in two. */
import { seenOf } from '../line.ts'
import { namesBegin, SET_IN, setInOf } from '../pieces.ts'
import { whyUnsure } from '../sure-names.ts'
import { DOUBLE } from '../surnames.ts'

/** As far as a signature is set in at the least, and so far that it is one if it stands beyond the names above. */
const [FAR, FARTHEST] = [2 * SET_IN, 8]
const MARK = /[、，,;；。\t|/]\s*$/u

/** Why the text cannot be read line by line: each a sentence. */
export function whySetApart(text: string): string[] {
  const lines = seenOf(text.normalize('NFC'))
    .split('\n')
    .filter((line) => line.trim() !== '')
  return [whyFar(lines), whyCut(lines)].filter((why) => why !== undefined)
}

/** A line that begins farther to the right than the list it would go on with. */
function whyFar(lines: readonly string[]): string | undefined {
  let begins: number | undefined
  for (const [at, line] of lines.entries()) {
    const setIn = setInOf(line)
    const isLast = at === lines.length - 1 && isAlone(line)
    const beyond = isLast ? (setIn < FARTHEST ? 1 : 0) : SET_IN
    if (begins !== undefined && setIn >= FAR && setIn > begins + beyond && !/[:：]/u.test(line))
      return `分不清靠右的“${[...line.trim()].slice(0, 12).join('')}”是参会人员还是记录人；请接在名单后面，或者删去`
    begins = namesBegin(line) ?? Math.min(begins ?? setIn, setIn)
  }
  return undefined
}
/** A few characters without a mark or a colon. */
const isAlone = (line: string): boolean => /^[\p{Script=Han}·\s]{2,8}$/u.test(line.trim())

function whyCut(lines: readonly string[]): string | undefined {
  for (const [at, line] of lines.entries()) {
    // What a bracket says of the last name above, its office or unit, ends no name.
    const above = lines[at - 1]?.replace(/[(（][^()（）]*[)）]\s*$/u, '')
    if (above === undefined) continue
    if (
      (endsInNames(above) && beginsCut(line, /[\p{Script=Han}][\s、，,：:]/u.test(above.trim()))) ||
      beginsBelowWide(line, above)
    )
      return `分不清“${[...line.trim()].slice(0, 8).join('')}”行首的字是否属于上一行；请用顿号分开各人`
    if (endsCut(above, line))
      return `分不清“${[...above.trim()].slice(-8).join('').trim()}”行末的字是否属于下一行；请用顿号分开各人`
  }
  return undefined
}
/** A label and its colon. */
const LABEL = /^[^:：、，,。；;\s]{0,20}[:：]/u
/**
 * Characters that stand alone at a line's beginning are names of two, 张　磊, where their number is even.
 * @param isBelowSeveral 王　建　国 alone is one name, unless the first of it is the last of who stands before it
 */
const beginsCut = (line: string, isBelowSeveral: boolean): boolean => {
  const words = line.trim().replace(LABEL, '').split(/\s+/)
  const alone = words.findIndex((word) => !/^[\p{Script=Han}]$/u.test(word))
  if (alone < 0) return isBelowSeveral && words.length === 3
  return alone % 2 === 1 && /^[\p{Script=Han}]{2}/u.test(words[alone] ?? '')
}
/** Blanks alone part them, no mark stands behind the last, and no 王 建国 is among them. */
const endsInNames = (line: string): boolean =>
  !MARK.test(line) && /[\p{Script=Han}]{2,}$/u.test(line.trim()) && !beginsCut(line, false)
/** 李秀英 曾 庆 or 司徒 庆, and below it 华 陈静: the last is a name of two, or what is cut off. 王 建国 below 张 磊 is a name. */
function beginsBelowWide(line: string, above: string): boolean {
  const words = above
    .trim()
    .replace(LABEL, '')
    .split(/[\s、，,]+/)
  const [surname = '', given = ''] = words.slice(-2)
  const [, next] = /^\s*[\p{Script=Han}]\s+([\p{Script=Han}]{2})/u.exec(line) ?? []
  return (
    next !== undefined &&
    /^[\p{Script=Han}]$/u.test(given) &&
    (/^[\p{Script=Han}]$/u.test(surname) || DOUBLE.has(surname)) &&
    (words.length > 2 || whyUnsure(next) === undefined)
  )
}
/** 张　磊　赵, and below it 红卫. */
const endsCut = (line: string, next: string): boolean =>
  /[\s、，,：:](?:[\p{Script=Han}]\s+){2}[\p{Script=Han}]\s*$/u.test(line) &&
  /^\s*[\p{Script=Han}]{1,2}(?![\p{Script=Han}（(：:])/u.test(next)
