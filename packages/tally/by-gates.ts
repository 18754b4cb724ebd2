/** 先决条件加扣分: whoever has not reached a gate is not recommended; every other indicator that is not reached takes points off. */
import { FULL, type Scoring } from '#batch/scoring/scoring.ts'
import { combine } from './combine.ts'
import { type Exact, exact, most, ONE, rounded, sum, ZERO } from './exact.ts'
import { indicatorsFound, itemsMissing } from './indicators-found.ts'
import type { Indicator, Measured, Missing } from './measured.ts'

type ByGates = Extract<Scoring, { way: 'gateThenDeduct' }>
export type GatesTally = {
  readonly way: 'gateThenDeduct'
  readonly indicators: readonly Indicator[]
  /** The gates that were not reached. */
  readonly closed: readonly string[]
  /** What is taken off for each other indicator, of which anything is. */
  readonly taken: readonly { readonly item: string; readonly points: Exact }[]
  readonly missing: readonly Missing[]
  readonly total?: Exact
  readonly isEnough?: boolean
}

export function byGates({ gates, takenOff, combined, atLeast }: ByGates, measured: Measured): GatesTally {
  const indicators = indicatorsFound(measured)
  const isGate = new Set(gates.map(({ id }) => id))
  const closed = indicators.flatMap(({ item, verdict }) => (isGate.has(item) && verdict === 'notReached' ? [item] : []))
  const taken = indicators.flatMap(({ item, verdict, findings }) => {
    if (isGate.has(item) || verdict !== 'notReached') return []
    // By each method what its scorers say together; the method that finds most missing decides.
    const byMethod = Map.groupBy(
      findings.filter(({ finding }) => finding !== 'notApplicable'),
      ({ method }) => method,
    )
    const missing = [...byMethod.values()].map((all) =>
      combine(
        all.map(({ finding }) => (finding === 'reached' ? ZERO : ONE)),
        combined,
      ),
    )
    const points = missing.reduce(most, ZERO).mul(takenOff)
    return points.compare(ZERO) > 0 ? [{ item, points }] : []
  })
  const out = new Set(indicators.flatMap(({ item, verdict }) => (verdict === 'notApplicable' ? [item] : [])))
  const missing = itemsMissing(measured, out)
  const found = { way: 'gateThenDeduct', indicators, closed, taken, missing } as const
  if (missing.length > 0) return found
  const total = rounded(most(ZERO, exact(FULL).sub(sum(taken.map(({ points }) => points)))))
  return { ...found, total, isEnough: closed.length === 0 && total.compare(atLeast) >= 0 }
}
