/** What the office sends to units that still owe the form of an entry. */
import { z } from 'zod/mini'
import { sentence } from './forms.ts'
import { reminder } from './shown/reminded.ts'
import { someUnits } from './unit-ids.ts'

export type { Reminder } from './shown/reminded.ts'

export const MOST_REMINDER = 200

/** `seen`: how many reminders of the batch stood before the officer. */
export const remindBody = z.strictObject({
  units: someUnits('请选择单位', '一次最多提醒'),
  text: sentence('提醒内容', MOST_REMINDER, { open: true }),
  seen: z.int('缺少所见提醒的次数；请刷新后再办').check(z.minimum(0, '所见提醒的次数不对；请刷新后再办')),
})

/** Each unit's last one; `seen`: how many there were in all. */
export const remindersPage = z.object({
  seen: z.int(),
  last: z.array(z.object({ ...reminder.shape, units: z.array(z.string()) })),
})
export type RemindersPage = z.infer<typeof remindersPage>

const unit = z.object({ unit: z.string(), name: z.string() })
/** `leftOut`: who owes nothing any more, and why. */
export const remindedPage = z.object({
  ...remindersPage.shape,
  reminded: z.array(unit),
  leftOut: z.array(z.object({ ...unit.shape, why: z.string() })),
})
export type RemindedPage = z.infer<typeof remindedPage>
