import { drawnNumber } from './browser/drawn-number.ts'

/** The names in an order that is the same for the same seed: each has a place by a hash of its name. */
export function inLineBy(seed: string, names: readonly string[]): string[] {
  const place = (name: string) => drawnNumber(`${seed} ${name}`)
  return names.toSorted((a, b) => place(a) - place(b))
}
