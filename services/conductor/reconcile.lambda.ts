import { z } from 'zod/mini'
import { now } from '#calendar/clock.ts'
import { countAltered } from '#edge/count-altered.ts'
import { onEvent } from '#edge/on-event.ts'
import { conductActs } from './conduct-acts.ts'
import { reconcile } from './run/reconcile.ts'
import { repairMetrics } from './run/repair-metrics.ts'

const run = reconcile(conductActs(process.env, now))

/** Every hour: finds and mends what was missed, and counts it. */
export const handler = onEvent('reconcile', z.unknown(), async () => {
  const counts = await run()
  console.log(JSON.stringify(repairMetrics(counts, now())))
  if (counts.altered > 0) console.log(JSON.stringify(countAltered(counts.altered, now().getTime())))
  return counts
})
