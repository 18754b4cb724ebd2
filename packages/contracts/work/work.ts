/** What is asked about the work of a batch's units beside the case itself: `work-api` answers. */

import type { Endpoints } from '../endpoint.ts'
import { bulletinEndpoints } from './bulletins.ts'
import { inspectionEndpoints } from './inspection.ts'

export const workEndpoints = { ...bulletinEndpoints, ...inspectionEndpoints } as const satisfies Endpoints
