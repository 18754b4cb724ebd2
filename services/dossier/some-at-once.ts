/** How many streams are under way at once: each is mostly waiting. */
const AT_ONCE = 25

/** Answers in the list's order. */
export async function someAtOnce<Item, Answer>(
  items: readonly Item[],
  act: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (let from = 0; from < items.length; from += AT_ONCE)
    answers.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(act))))
  return answers
}
