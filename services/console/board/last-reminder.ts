import { saidShortMinute } from '#calendar/said.ts'
import type { RemindersPage } from '#contracts/reminders.ts'

/** When a unit was reminded last, and by whom. */
export const lastOf = ({ last }: RemindersPage, unit: string) => last.find(({ units }) => units.includes(unit))
export const saidReminder = ({ at, by }: { at: string; by: string }): string => `${saidShortMinute(at)} ${by}`
