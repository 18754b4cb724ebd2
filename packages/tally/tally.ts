/**
 * What the methods of an assessment found, as the way of the call makes of it one result 考核结果 (product.md, Scoring).
 * Exact up to the total, which alone is rounded; the order in which anything was found is of no account.
 */
import type { Scoring } from '#batch/scoring/scoring.ts'
import { byGates, type GatesTally } from './by-gates.ts'
import { byPoints, type PointsTally } from './by-points.ts'
import { byReach, type ReachTally } from './by-reach.ts'
import type { Measured } from './measured.ts'

export type Tally = ReachTally | PointsTally | GatesTally

export function tallyOf(scoring: Scoring, measured: Measured): Tally {
  switch (scoring.way) {
    case 'reach':
      return byReach(scoring, measured)
    case 'points':
      return byPoints(scoring, measured)
    case 'gateThenDeduct':
      return byGates(scoring, measured)
  }
}
