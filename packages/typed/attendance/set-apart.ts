/** Lines of minutes that stand apart from the list above them: who signed, and a name that a line's end has cut in two. */
import { seenOf } from '../line.ts'

/** As far to the right as this, and beyond where the names above begin, no list of them goes on. */
const FAR = 8
const MARK = /[、，,;；。\t|/]\s*$/u

/** Why the text cannot be read line by line; undefined where it can. */
export function whySetApart(text: string): string | undefined {
  const lines = seenOf(text.normalize('NFC'))
    .split('\n')
    .filter((line) => line.trim() !== '')
  const last = lines.at(-1) ?? ''
  const above = lines.slice(0, -1)
  const setIn = widthOf(blanksOf(last))
  if (above.length > 0 && isAlone(last) && setIn >= FAR && setIn > Math.max(...above.map(beginsAt)))
    return `分不清靠右的“${last.trim()}”是参会人员还是记录人；请接在名单后面，或者删去`
  const cut = lines.find((line, at) => at > 0 && endsInNames(lines[at - 1] ?? '') && beginsCut(line))
  return cut === undefined
    ? undefined
    : `分不清“${[...cut.trim()].slice(0, 8).join('')}”行首的字是否属于上一行；请用顿号分开各人`
}

/** A label and its colon. */
const LABEL = /^[^:：、，,。；;\s]{0,20}[:：]/u
/** A few characters without a mark or a colon. */
const isAlone = (line: string): boolean => /^[\p{Script=Han}·\s]{2,8}$/u.test(line.trim())
const blanksOf = (line: string): string => /^\s*/u.exec(line)?.[0] ?? ''
/** In widths of a Chinese character. */
const widthOf = (blanks: string): number =>
  [...blanks].reduce((sum, one) => sum + (one === '\u3000' ? 1 : one === '\t' ? 3 : 0.5), 0)
/** Where its names begin: behind its label, if it has one. */
function beginsAt(line: string): number {
  return widthOf(blanksOf(line)) + (LABEL.exec(line.trim())?.[0] ?? '').length
}
/** Characters that stand alone at a line's beginning are names of two, 张　磊, where their number is even. */
const beginsCut = (line: string): boolean => {
  const words = line.trim().replace(LABEL, '').split(/\s+/)
  const alone = words.findIndex((word) => !/^[\p{Script=Han}]$/u.test(word))
  return alone > 0 && alone % 2 === 1 && /^[\p{Script=Han}]{2}/u.test(words[alone] ?? '')
}
/** Blanks alone part them, no mark stands behind the last, and no 王 建国 is among them. */
const endsInNames = (line: string): boolean =>
  !MARK.test(line) && /[\p{Script=Han}]{2,}$/u.test(line.trim()) && !beginsCut(line)
