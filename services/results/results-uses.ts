import type { resultsEndpoints } from '#contracts/results/results.ts'
import type { UseCases } from '#edge/use-case.ts'
import { correctResult, enterResult, withdrawResult } from './enter-results.ts'
import type { ResultsDeps } from './results-deps.ts'
import { readEntering, readRecentResults, readResults } from './show-results.ts'

/** Which use case answers what is asked about external results. */
export const resultsUses = (deps: ResultsDeps): UseCases<typeof resultsEndpoints> => ({
  readResults: readResults(deps),
  readRecentResults: readRecentResults(deps),
  readEntering: readEntering(deps),
  enterResult: enterResult(deps),
  correctResult: correctResult(deps),
  withdrawResult: withdrawResult(deps),
})
