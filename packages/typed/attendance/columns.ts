/** Minutes in columns: below a line of two labels nobody can tell whose names the next line has, be there an empty one between or not. */
const LABEL = /(?:出席|列席|请假|缺席|到会|参会|实到|未到)[^:：\n]{0,8}[:：]/gu

/** Why the text cannot be read line by line; undefined where it can. */
export function whyColumns(text: string): string | undefined {
  let above = 0
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const labels = line.match(LABEL)?.length ?? 0
    if (labels === 0 && above > 1)
      return `“${[...line.trim()].slice(0, 12).join('')}”上面一行有${above}个栏目，分不清这一行属于哪一个；请每个栏目另起一行，如“出席：…”“请假：…”`
    if (labels > 0) above = labels
  }
  return undefined
}

/** Boxes of one shape: a full one may say who came, an empty one who did not. */
const BOXES = ['■□', '●○', '◆◇', '▪▫', '★☆', '▲△', '☑☐', '◼◻']
export function whyBoxes(text: string): string | undefined {
  const both = BOXES.map((pair) => [...pair]).find((pair) => pair.every((one) => text.includes(one)))
  return both && `分不清“${both[0]}”和“${both[1]}”各表示什么；请去掉，写成“出席：姓名”“请假：姓名”`
}
