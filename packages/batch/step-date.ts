import { z } from 'zod/mini'
import { firstLateInstant } from '#calendar/deadline.ts'

/** The last day of a step, in Asia/Shanghai; a trial may state the first late instant instead. */
export const stepDate = z.union([
  z.object({ lastDay: z.iso.date() }),
  z.object({ lateFrom: z.iso.datetime({ precision: 3 }) }),
])
export type StepDate = z.infer<typeof stepDate>

/** The first instant that is late. */
export const endOf = (one: StepDate): string => ('lateFrom' in one ? one.lateFrom : firstLateInstant(one.lastDay))
