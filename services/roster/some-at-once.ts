/** How many of a list are under way at once: each is mostly waiting. */
const LANES = 8

/** Answers in the list's order. After a failure none is begun any more; it is thrown when those under way have ended. */
export async function someAtOnce<Item, Answer>(
  items: readonly Item[],
  act: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const left = [...items.entries()]
  const answers = new Map<number, Answer>()
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift())
      try {
        answers.set(next[0], await act(next[1]))
      } catch (error) {
        left.length = 0
        throw error
      }
  }
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane))
  for (const one of lanes) if (one.status === 'rejected') throw one.reason
  return [...answers].toSorted(([a], [b]) => a - b).map(([, answer]) => answer)
}
