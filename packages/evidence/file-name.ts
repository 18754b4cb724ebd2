/** What a file may be called. */
import { namesSomebody } from '#typed/personal-numbers.ts'
import { TURNING, whyNotKept, withoutUnseen } from '#typed/unseen.ts'

export const LONGEST_NAME = 255

/** Control characters, ends of lines, parts of paths; beside what no text may hold, and what nobody sees. */
const FORBIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\\/]/u
const SAID: ReadonlyMap<string, string> = new Map([
  ['/', '“/”'],
  ['\\', '“\\”'],
])

/** The name in a sentence: short, and without what would turn the sentence round. */
export function shownName(name: string): string {
  const seen = [...withoutUnseen(name.replace(HIDDEN, '□'), '□')]
  return seen.length > MOST_SHOWN ? `${seen.slice(0, MOST_SHOWN).join('')}…` : seen.join('')
}
const MOST_SHOWN = 60
const HIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\ufff9-\ufffb]/gu

/** Blanks and what has no width; not what turns the direction, which no name may have. */
const UNSEEN = `(?:(?![${TURNING}])[\\s\\u2800\\p{Default_Ignorable_Code_Point}])`
const UNSEEN_START = new RegExp(`^${UNSEEN}+`, 'u')
const OF_END = new RegExp(`^(?:${UNSEEN}|\\.)$`, 'u')
/** An extension alone, behind nothing that can be seen. */
const NO_STEM = new RegExp(`^(?:${UNSEEN}|\\.)*(?:\\.[^.]*)?$`, 'u')

/** The name as it is meant: what nobody sees at its ends is not part of it, nor dots at its end, which Windows drops. */
export function trimmedName(name: string): string {
  const all = [...name.replace(UNSEEN_START, '')]
  let end = all.length
  while (end > 1 && OF_END.test(all[end - 1] ?? '')) end--
  return all.slice(0, end).join('')
}

/** Names of devices, which no file of Windows has, whatever its extension. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³]|con(?:in|out)\$)(?=\s*(?:\.|$))/i
const WIDE: ReadonlyMap<string, string> = new Map([...'<>:"|?*'].map((one, i) => [one, '＜＞：＂｜？＊'[i] ?? '_']))
/** The name under which anybody may save it: Windows takes no con.pdf, and no a:b.pdf. The record keeps the name itself. */
export const savedAs = (name: string): string =>
  name
    .replace(/[<>:"|?*]/g, (one) => WIDE.get(one) ?? '_')
    .replace(/[\s.]+$/u, '')
    .replace(DEVICE, '_$&')

/** What the record calls a letter: its own name may say who wrote it, and nothing erases an event. */
export const letterName = (sha256: string, name: string): string =>
  `来信-${sha256.slice(0, 8)}${/\.[^.]*$/.exec(name)?.[0].toLowerCase() ?? ''}`

/** Why no file is kept under this name, without the name itself. The record keeps it for good. */
export const whyNoFileName = (name: string): string | undefined =>
  whyUnreadable(name) ?? (namesSomebody(name) ? '文件名中有手机号码或身份证号；请改名后重新选择' : undefined)

/** The same of a name that is read and not kept. */
export function whyUnreadable(name: string): string | undefined {
  if (NO_STEM.test(name)) return '文件没有名称；请改名后重新选择'
  const characters = [...name].length
  if (characters > LONGEST_NAME) return `文件名有${characters}字，最多${LONGEST_NAME}字；请改短后重新选择`
  if (name.includes('\uFFFD')) return '文件名中有无法显示的字，可能是解压或者复制时丢失的；请改名后重新选择'
  const [found] = FORBIDDEN.exec(name) ?? []
  if (found === undefined && !whyNotKept(name) && withoutUnseen(name) === name) return undefined
  return `文件名中有不能使用的字符（${SAID.get(found ?? '') ?? '看不见的控制字符'}）；请改名后重新选择`
}
