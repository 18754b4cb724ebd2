/** Words in Chinese as names: which of them belong together, and in how many ways. */
import { DOUBLE } from './surnames.ts'

/** Marks of drawing count for no character of their own. */
const lengthOf = (word: string): number => [...word.replace(/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, '')].length

/** Whether words that stand apart may be one name: 何 英, 王 小 明, 许 建国, 欧阳 修. */
function isOne(words: readonly string[]): boolean {
  const lengths = words.map(lengthOf).join('-')
  if (/^(1-1|1-1-1|1-2)$/.test(lengths)) return true
  return /^(2-1|2-2|2-1-1|1-1-1-1)$/.test(lengths) && DOUBLE.has([...words.join('')].slice(0, 2).join(''))
}

/** What stands between two names, and is a surname as well: 何英 和 王伟. */
export const AND: ReadonlySet<string> = new Set(['和', '与', '及'])
/** A character alone is no name, nor is one beside a dot: 买 买 提·艾 力. */
const isWhole = (word: string): boolean => word.split('·').every((part) => lengthOf(part) > 1)

/** At most two ways: with a second one it is not sure. */
export function readingsOf(words: readonly string[]): readonly (readonly string[])[] {
  // From the end, since what follows a word is read the same whatever is before it.
  const ways: (readonly string[])[][] = Array.from({ length: words.length + 1 }, () => [])
  ways[words.length] = [[]]
  for (let at = words.length - 1; at >= 0; at--)
    ways[at] = [
      ...[1, 2, 3, 4]
        .filter((n) => (n === 1 ? isWhole(words[at] ?? '') : at + n <= words.length && isOne(words.slice(at, at + n))))
        .flatMap((n) => (ways[at + n] ?? []).map((rest) => [words.slice(at, at + n).join(''), ...rest])),
      ...(at > 0 && at < words.length - 1 && AND.has(words[at] ?? '') ? (ways[at + 1] ?? []) : []),
    ].slice(0, 2)
  return ways[0] ?? []
}
/** Whether all of it may be one person's, which a field for one takes it for. */
export const mayBeOne = (words: readonly string[]): boolean => words.length < 2 || isOne(words)
