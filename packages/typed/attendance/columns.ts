/** Minutes in columns: below a line of two labels nobody can tell whose names the next line has. */
const LABEL = /(?:出席|列席|请假|缺席|到会|参会|实到|未到)[^:：\n]{0,8}[:：]/gu

/** Why the text cannot be read line by line; undefined where it can. */
export function whyColumns(text: string): string | undefined {
  let above = 0
  for (const line of text.split('\n')) {
    if (line.trim() === '') above = 0
    else {
      const labels = line.match(LABEL)?.length ?? 0
      if (labels === 0 && above > 1)
        return `“${[...line.trim()].slice(0, 12).join('')}”上面一行有${above}个栏目，分不清这一行属于哪一个；请每个栏目另起一行，如“出席：…”“请假：…”`
      if (labels > 0) above = labels
    }
  }
  return undefined
}
