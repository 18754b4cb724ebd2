/** The first late instant of steps, by step. */
type Dates = Readonly<Record<string, string>>

/** Of each step the later date: one unit's extension and the batch's own, which an amendment may have moved since. */
export const laterDates = (...all: readonly Dates[]): Dates => {
  const found = new Map<string, string>()
  for (const [step, lateFrom] of all.flatMap((dates) => Object.entries(dates)))
    if (lateFrom > (found.get(step) ?? '')) found.set(step, lateFrom)
  return Object.fromEntries(found)
}
