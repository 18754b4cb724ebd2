import { saidShortMinute } from '#calendar/said.ts'
import type { RemindersPage } from '#contracts/reminders.ts'

/** When a unit was reminded last, and by whom. */
export const lastOf = ({ last }: RemindersPage, unit: string) => last.find(({ units }) => units.includes(unit))
export const saidReminder = ({ at, by }: { at: string; by: string }): string => `${saidShortMinute(at)} ${by}`

type Own = { readonly at: string; readonly text: string }
/** The later of the office's reminder and the one that went out by itself. */
export function lastSaid(sent: (Own & { readonly by: string }) | undefined, own: Own | undefined) {
  if (own && (!sent || own.at > sent.at)) return { text: own.text, said: `${saidShortMinute(own.at)} 系统` }
  return sent && { text: sent.text, said: saidReminder(sent) }
}
