/** From what was measured with each number of past batches to one line a name. */

import type { Kind, Measured } from './measured.ts'
import { type Cost, callsOf, sumOf } from './meter.ts'
import type { Played } from './play.ts'

export type Sizes<Of> = { readonly base: Of; readonly x10: Of; readonly x100: Of }
export const SIZES = { base: 0, x10: 10, x100: 100 } as const

export type CostRow = {
  readonly name: string
  readonly kind: Kind
  /** The most that any of its runs asked for. */
  readonly calls: Sizes<number>
  /** How often it ran, and what all its runs asked for. */
  readonly runs: Sizes<number>
  readonly all: Sizes<number>
  /** How many cases that run decided or listed. */
  readonly cases: number
  /** CPU of the function, in bare works: the median of all its runs, each beside the bare works of its own county. */
  readonly ofBare: number
  readonly ofBareAt: Sizes<number>
  /** Of the run that asked most, by operation. */
  readonly byKind: Sizes<Cost['calls']>
  /** Bytes of bodies, of the run that had most. */
  readonly asked: Sizes<number>
  readonly answered: Sizes<number>
  /** Medians. */
  readonly cpuMs: Sizes<number>
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const at = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[at] ?? 0) : ((sorted[at - 1] ?? 0) + (sorted[at] ?? 0)) / 2
}
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

/** @throws Error when something ran with one number of past batches and not with another */
export function rowsOf(played: Sizes<Played>): CostRow[] {
  const names = new Set(Object.values(played).flatMap(({ measured }) => measured.map(({ name }) => name)))
  return [...names].map((name) => {
    const at = each(({ measured }) => {
      const runs = measured.filter((one) => one.name === name)
      if (runs.length === 0) throw new Error(`${name} did not run with every number of past batches`)
      return runs
    }, played)
    const kind = at.base[0]?.kind ?? 'command'
    const dearest = each(dearestOf, at)
    const bare = each(({ bareMs }) => median(bareMs), played)
    const ratios = each2((runs, unit) => runs.map(({ cpuMs }) => cpuMs / unit), at, bare)
    return {
      name,
      kind,
      calls: each(callsOf, dearest),
      runs: each((runs) => runs.length, at),
      all: each((runs) => callsOf(sumOf(runs)), at),
      cases: dearest.base.cases,
      ofBare: rounded(median([...ratios.base, ...ratios.x10, ...ratios.x100]), 2),
      ofBareAt: each((values) => rounded(median(values), 2), ratios),
      byKind: each(({ calls }) => calls, dearest),
      asked: each((runs) => Math.max(...runs.map(({ asked }) => asked)), at),
      answered: each((runs) => Math.max(...runs.map(({ answered }) => answered)), at),
      cpuMs: each((runs) => rounded(median(runs.map(({ cpuMs }) => cpuMs)), 1), at),
    }
  })
}

/** The first of those that asked most. */
const dearestOf = (runs: readonly Measured[]): Measured =>
  runs.reduce((most, one) => (callsOf(one) > callsOf(most) ? one : most))

const each = <From, To>(make: (from: From) => To, { base, x10, x100 }: Sizes<From>): Sizes<To> => ({
  base: make(base),
  x10: make(x10),
  x100: make(x100),
})
const each2 = <A, B, To>(make: (a: A, b: B) => To, a: Sizes<A>, b: Sizes<B>): Sizes<To> => ({
  base: make(a.base, b.base),
  x10: make(a.x10, b.x10),
  x100: make(a.x100, b.x100),
})
