/** What a file may be called. */

export const LONGEST_NAME = 255

/** Control characters, halves of characters, marks that turn the direction of writing (`fdp.exe` reads as `exe.pdf`), parts of paths. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\\/]/u
const SAID: ReadonlyMap<string, string> = new Map([
  ['/', '“/”'],
  ['\\', '“\\”'],
])

/** The name in a sentence: short, and without what would turn the sentence round. */
export function shownName(name: string): string {
  const seen = [...name.replace(EVERY_HIDDEN, '□')]
  return seen.length > MOST_SHOWN ? `${seen.slice(0, MOST_SHOWN).join('')}…` : seen.join('')
}
const MOST_SHOWN = 60
const EVERY_HIDDEN = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu

/** Why no file is kept under this name, without the name itself. */
export function whyNoFileName(name: string): string | undefined {
  if (name.trim() === '') return '文件没有名称；请改名后重新选择'
  const characters = [...name].length
  if (characters > LONGEST_NAME) return `文件名有${characters}字，最多${LONGEST_NAME}字；请改短后重新选择`
  const [found] = FORBIDDEN.exec(name) ?? []
  return found === undefined
    ? undefined
    : `文件名中有不能使用的字符（${SAID.get(found) ?? '看不见的控制字符'}）；请改名后重新选择`
}
