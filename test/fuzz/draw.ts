/** Chance from a seed: the same seed, the same draws. */
export type Draw = {
  /** At least 0, less than 1. */
  readonly next: () => number
  readonly int: (below: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(some: readonly T[]) => T
}

export function drawing(seed: number): Draw {
  let state = seed >>> 0
  // Mulberry32: 32 bits of state are plenty for which request is sent.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (below: number) => Math.floor(next() * below)
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (some) => {
      if (some.length === 0) throw new Error('there is nothing to pick from')
      return some[int(some.length)]!
    },
  }
}
