/** What one method has shown of one indicator 认定, in the words of the call (`batch/scoring/said-scoring.ts`). */
import { z } from 'zod/mini'

export const FINDINGS = { reached: '达标', notReached: '未达标', notApplicable: '不适用' } as const
export const finding = z.enum(['reached', 'notReached', 'notApplicable'])
export type Finding = z.infer<typeof finding>
/** Whoever finds an indicator wanting, or out of account, says why (product.md, Scoring). */
export const isToExplain = (found: Finding | undefined): boolean => found !== undefined && found !== 'reached'

/**
 * By one scorer, by one method. `off`: of the points that the standard gives the indicator, those that are taken off where
 * it is reached in part, as a decimal; without it all of them are.
 */
export type FoundBy = {
  readonly item: string
  readonly method: string
  readonly scorer: string
  readonly finding: Finding
  readonly off?: string | undefined
}
