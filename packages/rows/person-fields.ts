/** A person's row: what they hold, what of it waits for approval, and how it came about. */
import { KEEPERS } from '#procedure/appointments.ts'
import { isNews, type Person, type PersonEvent, type Proposal } from '#roster/person.ts'
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
      pending: pending.map((one) => ({
        ...{ proposal: one.proposal, at: one.at, by: one.by, as: one.as },
        ...proposed(one),
      })),
    }),
    names: events.flatMap((event) =>
      event.type === 'registered' ? [{ at: event.at, personal: event.personal.id }] : [],
    ),
    ...declinedIn(events),
    changes: events.flatMap((event, i) => changeOf(event, events.slice(0, i), notedAt)),
  }
}

const proposed = (one: Proposal) =>
  'held' in one
    ? { held: one.held }
    : { named: one.named.id, ...(one.loginFrom !== undefined && { loginFrom: one.loginFrom }) }

/** How many of them a row keeps. */
const MOST_DECLINED = 20
function declinedIn(events: readonly PersonEvent[]): Pick<Fields, 'declined'> {
  const declined = events.flatMap((event) => {
    if (event.type !== 'declined') return []
    const of = events.find((one) => isProposal(one) && one.proposal === event.proposal)
    if (!of || !isProposal(of)) return []
    return [{ at: event.at, by: event.by, enteredBy: of.by, reason: event.reason, ...proposed(of) }]
  })
  return declined.length > 0 ? { declined: declined.slice(-MOST_DECLINED) } : {}
}
const isProposal = (event: PersonEvent): event is Proposal =>
  event.type === 'appointmentProposed' || event.type === 'loginProposed'

/** What has taken effect by it. */
function changeOf(
  event: PersonEvent,
  earlier: readonly PersonEvent[],
  notedAt: string,
): NonNullable<Fields['changes']> {
  const news = (is: boolean) => is && event.at > notedAt && { isNews: true as const }
  if (event.type === 'registered') {
    const before = earlier.findLast((one) => one.type === 'registered')
    if (!event.renamed || before?.type !== 'registered') return []
    return [{ at: event.at, by: event.by, before: before.personal.id, after: event.personal.id, ...news(true) }]
  }
  if (event.type !== 'appointed' && event.type !== 'identified') return []
  const { at, by, proposedBy, alone } = event
  return [
    {
      ...{ at, by },
      ...(proposedBy !== undefined && { proposedBy }),
      ...(alone && { alone }),
      ...(event.type === 'appointed' ? { held: event.held } : event.named && { named: event.named.id }),
      ...news(isNews(event)),
    },
  ]
}
