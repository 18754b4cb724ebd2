/** When units are reminded by themselves 到期提醒, as the county's file has it. */
import { z } from 'zod/mini'

/** Days before the last day; none: nothing is said before. */
const days = (...usual: readonly number[]) =>
  z._default(
    z.array(z.int().check(z.minimum(0), z.maximum(60))).check(
      z.maxLength(5),
      z.refine((marks) => new Set(marks).size === marks.length, '同一天数写了两次'),
    ),
    [...usual],
  )

export const dueReminders = z.strictObject({
  /** A form that is to be handed in: a week leaves time for two sign-offs, the last day for whoever forgot. */
  forms: days(7, 1),
  /** A progress report: there are ten days for it in all. */
  reports: days(3),
  /** What a visit of the office has found, and is to be mended. */
  findings: days(3),
  /** Whether it is said once more when the day has passed and something can still be handed in. */
  late: z._default(z.boolean(), true),
})
export type DueReminders = z.infer<typeof dueReminders>
export const USUAL_REMINDERS: DueReminders = dueReminders.parse({})

/** From the variable REMINDERS, as JSON. */
export const parseReminders = (json: string): DueReminders => dueReminders.parse(JSON.parse(json))
