import type { Endpoints } from './endpoint.ts'
import { batchEndpoints } from './intake/batch-endpoints.ts'
import { caseEndpoints } from './intake/case-endpoints.ts'

/** For whoever calls both. A function of the county takes in one of them alone. */
export const intakeEndpoints = { ...caseEndpoints, ...batchEndpoints } as const satisfies Endpoints
