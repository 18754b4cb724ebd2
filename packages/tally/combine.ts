/** What several scorers give for the same becomes one 多人评分 (the batch's choice, `combined`). */
import type { Scoring } from '#batch/scoring/scoring.ts'
import { type Exact, exact, ratio, sum } from './exact.ts'

export type Combination = Extract<Scoring, { combined: unknown }>['combined']
/** Fewer leave nothing between the highest and the lowest. */
const LEAST_WITHOUT_EXTREMES = 3

/** @param values at least one @throws Error for none: nothing was found, which is no nought */
export function combine(values: readonly Exact[], combined: Combination): Exact {
  if (values.length === 0) throw new Error('there is nothing to combine')
  const inOrder = values.toSorted((one, other) => one.compare(other))
  switch (combined) {
    case 'mean':
      return mean(inOrder)
    case 'median': {
      // Of an even number the mean of the two in the middle.
      const middle = (inOrder.length - 1) / 2
      return mean(inOrder.slice(Math.floor(middle), Math.ceil(middle) + 1))
    }
    case 'withoutExtremes':
      return mean(inOrder.length < LEAST_WITHOUT_EXTREMES ? inOrder : inOrder.slice(1, -1))
  }
}

const mean = (values: readonly Exact[]): Exact => ratio(sum(values), exact(values.length))
