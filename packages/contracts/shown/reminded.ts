/** Reminders as units read them: whoever only reads needs none of the checks of what is typed. */
import { z } from 'zod/mini'

/** As a unit reads it. */
export const reminder = z.object({ at: z.string(), by: z.string(), text: z.string() })
export type Reminder = z.infer<typeof reminder>

/** What went out by itself before something is due, or once it is late. */
export const dueReminder = z.object({ at: z.string(), text: z.string() })
export type DueReminder = z.infer<typeof dueReminder>
