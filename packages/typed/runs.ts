/** Several names written as one: 许建国宋志远. */
import { DOUBLE, FREQUENT } from './surnames.ts'

const OFTEN = [...FREQUENT]
/** Of four characters many are one name (白音孟和), so that only the most frequent surnames count in them. */
const MOST_OFTEN: ReadonlySet<string> = new Set(OFTEN.slice(0, 60))
/** With these names of the minorities begin as well: 马木提·苏来曼. */
const LONE = new Set(OFTEN.filter((one) => !'马苏白夏胡毛贾左贺康孔安古'.includes(one)))
const ALL_OFTEN = new Set(OFTEN)

/** Whether from here on there are only names, each a surname with one or two characters. */
function areNames(text: readonly string[], surnames: ReadonlySet<string>): boolean {
  if (text.length === 0) return true
  const isDouble = DOUBLE.has(text.slice(0, 2).join(''))
  if (!isDouble && !surnames.has(text[0] ?? '')) return false
  return (isDouble ? [3, 4, 2] : [2, 3]).some((n) => n <= text.length && areNames(text.slice(n), surnames))
}

/**
 * @param name as it is kept
 * @param strict also where a name of the minorities may begin so
 */
export function isRun(name: string, strict = false): boolean {
  const parts = name.split('·').map((part) => [...part.replace(/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, '')])
  const [only = []] = parts
  if (parts.length > 1) return parts.every((part) => part.length > 1 && areNames(part, strict ? ALL_OFTEN : LONE))
  // Of what is too long for a name its length is said.
  if (only.length < 4 || only.length > 30 || (only.length === 4 && DOUBLE.has(only.slice(0, 2).join('')))) return false
  return areNames(only, only.length === 4 ? MOST_OFTEN : ALL_OFTEN)
}

/** Whether it begins with a frequent surname. */
export const isSurnamed = (name: string): boolean =>
  ALL_OFTEN.has([...name][0] ?? '') || DOUBLE.has([...name].slice(0, 2).join(''))
