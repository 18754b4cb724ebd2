import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { onEvent } from '#edge/on-event.ts'
import { conduct } from './conduct.ts'
import { restartExecution } from './run/restart-execution.ts'

const change = z.object({
  detail: z.object({ status: z.string(), input: z.string(), startDate: z.number(), stopDate: z.nullish(z.number()) }),
})
const input = z.object({ case: z.string() })
const restart = restartExecution(conduct(process.env, now))

/** EventBridge: “Step Functions Execution Status Change” of the machine, once it is no longer RUNNING. */
export const handler = onEvent('restart-execution', change, ({ detail: { status, startDate, stopDate, ...detail } }) =>
  restart({
    status,
    case: input.parse(JSON.parse(detail.input)).case,
    livedMs: (stopDate ?? now().getTime()) - startDate,
  }),
)
