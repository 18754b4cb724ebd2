/** A person's row: what they hold, what of it waits for approval, and how it came about. */
import { KEEPERS } from '#procedure/appointments.ts'
import { isNews, type Person, type PersonEvent } from '#roster/person.ts'
import type { personRow } from './person-row.ts'
import { LISTS } from './row.ts'

type Fields = Omit<ReturnType<typeof personRow.parse>, 'stream' | 'number' | 'shape'>

export function personFields(person: string, state: Person, events: readonly PersonEvent[]): Fields {
  const { appointments, personal, named, pending = [] } = state
  const keeps = appointments.some(({ appointment }) => KEEPERS.includes(appointment))
  const isOpen = pending.length > 0 || state.isNews === true
  const notedAt = events.findLast(({ type }) => type === 'noted')?.at ?? ''
  return {
    kind: 'person',
    list: isOpen ? LISTS.changing : keeps ? LISTS.administrators : LISTS.people,
    order: person,
    person,
    appointments: [...appointments],
    ...(personal && { personal: personal.id }),
    ...(named && { named: named.id }),
    ...(pending.length > 0 && {
      pending: pending.map(({ type, v: _v, ...one }) => ({
        ...{ proposal: one.proposal, at: one.at, by: one.by, as: one.as },
        ...('held' in one
          ? { held: one.held }
          : { named: one.named.id, ...(one.loginFrom !== undefined && { loginFrom: one.loginFrom }) }),
      })),
    }),
    changes: events.flatMap((event) => {
      if (event.type !== 'appointed' && event.type !== 'identified') return []
      const { at, by, proposedBy, alone } = event
      return {
        ...{ at, by },
        ...(proposedBy !== undefined && { proposedBy }),
        ...(alone && { alone }),
        ...(event.type === 'appointed' ? { held: event.held } : event.named && { named: event.named.id }),
        ...(isNews(event) && at > notedAt && { isNews: true as const }),
      }
    }),
  }
}
