import dayjs from 'dayjs'
import type { RemindersPage } from '#contracts/reminders.ts'

/** When a unit was reminded last, and by whom. */
export const lastOf = ({ last }: RemindersPage, unit: string) => last.find(({ units }) => units.includes(unit))
export const saidReminder = ({ at, by }: { at: string; by: string }): string =>
  `${dayjs(at).format('M月D日 HH:mm')} ${by}`
