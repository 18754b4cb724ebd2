/** 达标评定: recommended with at most so many indicators that are not reached. */
import type { Scoring } from '#batch/scoring/scoring.ts'
import { indicatorsFound, itemsMissing } from './indicators-found.ts'
import type { Indicator, Measured, Missing } from './measured.ts'

export type ReachTally = {
  readonly way: 'reach'
  readonly indicators: readonly Indicator[]
  readonly notReached: readonly string[]
  readonly missing: readonly Missing[]
  readonly isEnough?: boolean
}

export function byReach({ notReached: allowed }: Extract<Scoring, { way: 'reach' }>, measured: Measured): ReachTally {
  const indicators = indicatorsFound(measured)
  const of = (verdict: Indicator['verdict']) => indicators.flatMap((one) => (one.verdict === verdict ? [one.item] : []))
  const notReached = of('notReached')
  const missing = itemsMissing(measured, new Set(of('notApplicable')))
  const found = { way: 'reach', indicators, notReached, missing } as const
  // More than are allowed stay more, whatever is found of the rest.
  if (missing.length > 0 && notReached.length <= allowed) return found
  return { ...found, isEnough: notReached.length <= allowed }
}
