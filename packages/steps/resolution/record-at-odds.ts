/** What a record says of a unit, against the outcome that is drawn from it: it may be meant, and is asked about. */

/** 不列入培育, 暂不命名, 没有通过. */
const NOT = '(?:不予?|未予?|没有|无法|暂缓|不再)'
const literally = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')

/**
 * The outcome that the words name instead of the chosen one, as they have it; undefined where they name the chosen one too, or
 * none.
 * @param title the outcome that is chosen @param titles of all outcomes of the meeting
 */
export function recordedOtherwise(title: string, titles: readonly string[], words: string): string | undefined {
  // 未列入培育 has 列入培育 in it: the longest is looked for first.
  const longest = [...titles].sort((a, b) => b.length - a.length)
  const named = new RegExp(`${NOT}?(?:${longest.map(literally).join('|')})`, 'gu')
  const found = [...words.replaceAll(/\s/gu, '').matchAll(named)].map(([one]) => one)
  return found.includes(title) ? undefined : found.at(-1)
}

/** The same in a sentence. @param record 会议纪要的记载 */
export function whyRecordedOtherwise(
  record: string,
  ...asked: Parameters<typeof recordedOtherwise>
): string | undefined {
  const said = recordedOtherwise(...asked)
  return said && `${record}中写的是“${said}”，结论却是“${asked[0]}”`
}
