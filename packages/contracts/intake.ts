import type { Endpoints } from './endpoint.ts'
import { batchEndpoints } from './intake/batch-endpoints.ts'
import { caseEndpoints } from './intake/case-endpoints.ts'
import { correctionEndpoints } from './intake/correction-endpoints.ts'

/** For whoever calls them all. A function of the county takes in one of them alone. */
export const intakeEndpoints = {
  ...caseEndpoints,
  ...correctionEndpoints,
  ...batchEndpoints,
} as const satisfies Endpoints
