/** The rows of reminders: those that the office sends, and those that go out by themselves. */
import { z } from 'zod/mini'
import { lastReminders, type Reminders } from '#batch/remind-units.ts'
import { type DueReminders, remindedLine } from '#reminders/due-reminders.ts'
import { LISTS } from './lists.ts'
import { head } from './row-head.ts'

/** Each unit's last reminder of the office. */
export const remindersRow = z.object({
  ...head,
  kind: z.literal('reminders'),
  batch: z.string(),
  reminders: z.array(z.object({ at: z.string(), by: z.string(), text: z.string(), units: z.array(z.string()) })),
})

/** What one unit was reminded of by itself. */
export const remindedRow = z.object({
  ...head,
  kind: z.literal('reminded'),
  batch: z.string(),
  unit: z.string(),
  /** In order. */
  all: z.array(z.object({ at: z.string(), lines: z.array(remindedLine) })),
})

type Fields<R> = Omit<R, 'stream' | 'number' | 'shape'>

export const remindersFields = (
  state: Reminders,
  [batch = '']: readonly string[],
): Fields<z.infer<typeof remindersRow>> => ({
  ...{ kind: 'reminders', list: LISTS.batch(batch), order: 'reminders', batch },
  reminders: lastReminders(state).map(({ at, by, text, units }) => ({ at, by, text, units })),
})

export const remindedFields = (
  { all }: DueReminders,
  [batch = '', unit = '']: readonly string[],
): Fields<z.infer<typeof remindedRow>> => ({
  ...{ kind: 'reminded', list: LISTS.batch(batch), order: `reminded/${unit}`, batch, unit },
  all: all.map(({ at, lines }) => ({ at, lines: [...lines] })),
})
