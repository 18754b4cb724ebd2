/** Signs before names: the full ones may say who came, the empty ones who did not. */
import { seenOf } from '../line.ts'
import { tidyName } from '../names.ts'
import { groupBefore } from './labels.ts'

const BOXES = '■□●○◆◇▪▫★☆▲△☑☐◼◻◎※✓✔√✗×*＊▶▷➢'
const SIGN = new RegExp(`^\\s*([${BOXES}•·–-])`, 'u')
const BOX = new RegExp(`[${BOXES}]`, 'gu')
/** √王建国, 王建国√: where each has the same tick, all of them came. */
const TICKED =
  /^\s*(?:(?:[√✓✔☑][^\S\n]*[\p{Script=Han}·]{2,}[\s、，,;；]*)+|(?:[\p{Script=Han}·]{2,}[^\S\n]*[√✓✔☑](?:[\s、，,;；]+|$))+)$/u
/** The text without them; of one name alone nobody knows what it says. */
export function withoutTicks(text: string): string {
  const ticks = TICKED.test(text) ? (text.match(/[√✓✔☑]/gu) ?? []) : []
  return ticks.length > 1 && new Set(ticks).size === 1 ? text.replace(/[√✓✔☑]/gu, ' ') : text
}
/** Two names that only a blank or a mark parts. */
const SEVERAL = /[\p{Script=Han}]{2}(?:（[^（）]*）)?[\s、，,;；|/]+[\p{Script=Han}]{2}/u

/** Why it would be asked what they mean; undefined where each name has the same one, or none. */
export function whySigns(text: string): string | undefined {
  const all = new Set<string>()
  // Of the names below a label, or of all above the first one.
  let signed: boolean | undefined
  for (const line of seenOf(text).split('\n')) {
    if (line.trim() === '') continue
    // 列席：×, of nobody.
    if (/[:：][^\p{L}]*$/u.test(line) && !/[:：]\s*$/u.test(line)) continue
    const [, sign] = SIGN.exec(line) ?? []
    const boxes = line.match(BOX) ?? []
    for (const one of [...boxes, ...(sign ? [sign] : [])]) all.add(one)
    const [label, names] = /^([^:：]*)[:：](.*)$/u.exec(line)?.slice(1) ?? []
    const heads = groupBefore(tidyName((label ?? line).replace(SIGN, '').trim()))
    const isSigned = label === undefined ? sign !== undefined : false
    if (heads !== undefined) signed = undefined
    const hasNames = heads === undefined || (names ?? '').trim() !== ''
    if (!hasNames) continue
    if (signed !== undefined && signed !== isSigned) return why([...all])
    signed = isSigned
    if (boxes.length > 1 && line.split(BOX).some((part) => SEVERAL.test(part))) return why([...all])
    if (boxes.length > 0 && sign !== boxes[0]) return why([...all])
  }
  return all.size > 1 ? why([...all]) : undefined
}

const why = (signs: readonly string[]): string =>
  `分不清${signs.map((one) => `“${one}”`).join('和')}${signs.length > 1 ? '各' : ''}表示什么；请去掉，写成“出席：姓名”“请假：姓名”`
