/** What each stream that names data about a person says of them: of which kind they are, and until when they are needed. */
import { dateOf } from '#calendar/deadline.ts'
import { type Case, caseKind, hasEnded } from '#case/case.ts'
import type { CaseEvent, Saved } from '#case/case-events.ts'
import type { Kind } from '#ledger/kind.ts'
import type { Commit } from '#ledger/ledger.ts'
import { type Person, type PersonEvent, personKind } from '#roster/person.ts'
import { noticeKind } from '#steps/notice/notice.ts'
import type { NoticeEvent } from '#steps/notice/notice-events.ts'
import type { Need } from './retained.ts'

type Found = Omit<Need, 'stream'>

/** A case needs whoever it names until it has ended. What a later save has replaced it needs no more, unless somebody signed or handed it in. */
export function caseNeeds(events: readonly CaseEvent[]): Found[] {
  const state = fold(caseKind, events)
  const { correction, held, last } = state
  const isOver = hasEnded(state) && correction === undefined && held.length === 0
  const until = isOver && last ? ({ because: 'over', endedOn: dateOf(last.at) } as const) : IN_USE
  const covered = new Set(events.flatMap((event) => ('covers' in event && event.covers ? [event.covers] : [])))
  const standing = standingForms(state)
  const saves = events.filter((event) => event.type === 'saved')
  const rests = new Set(
    [...saves.filter(({ digest }) => covered.has(digest)), ...standing].flatMap(({ personal }) => personal?.id ?? []),
  )
  const contacts = saves.flatMap(({ personal, form, at }, i): Found[] => {
    if (!personal) return []
    if (rests.has(personal.id)) return [{ ...personal, kind: 'contact', ...until }]
    const next = saves.slice(i + 1).find((later) => later.form === form && later.personal?.id !== personal.id)
    return [{ ...personal, kind: 'contact', ...replacedAt(next ?? { at }) }]
  })
  const signers = events.flatMap((event): Found[] =>
    event.type === 'signed' && event.signer ? [{ ...event.signer, kind: 'signer', ...until }] : [],
  )
  return [...contacts, ...signers]
}

/** Forms as they stand, as they were sent back, and as they stood when they were judged. */
function standingForms({ papers, judged }: Case): Saved[] {
  const past = judged ? [judged.paper, judged.mended] : []
  return [...Object.values(papers), ...past].flatMap((paper) => [paper?.form ?? [], paper?.returned ?? []].flat())
}

/**
 * Whoever objected is needed until they have their answer and the notice is closed.
 * @param cancelledAt when the batch was cancelled: its notices are not closed any more
 */
export function noticeNeeds(events: readonly NoticeEvent[], cancelledAt?: string): Found[] {
  const { objections, closed } = fold(noticeKind, events)
  const over = closed?.at ?? cancelledAt
  return Object.values(objections).flatMap(({ objection, objector, settledAt }): Found[] => {
    if (!objector) return []
    if (!settledAt || !over) return [{ ...objector, kind: 'objector', objection, ...IN_USE }]
    const [, endedOn] = [dateOf(settledAt), dateOf(over)].toSorted()
    return [{ ...objector, kind: 'objector', objection, ...since('answered', endedOn) }]
  })
}

/**
 * Somebody's name is needed while they hold an appointment, or may be given one; an older spelling of it no more once
 * there is a newer. What their login is called: until they have another one, or none of their appointments is left.
 */
export function personNeeds(events: readonly PersonEvent[]): Found[] {
  const state = fold(personKind, events)
  const left = leftOn(events, state)
  const registered = events.filter((event) => event.type === 'registered')
  const names = registered.map(({ personal }, i): Found => {
    const next = registered[i + 1]
    return { ...personal, kind: 'staff', ...(next ? replacedAt(next) : since('left', left)) }
  })
  const identified = events.filter((event) => event.type === 'identified')
  const logins = identified.flatMap(({ named }, i): Found[] => {
    const next = identified[i + 1]
    return named ? [{ ...named, kind: 'login', ...since('unlinked', next ? dateOf(next.at) : left) }] : []
  })
  const known = new Set(logins.map(({ id }) => id))
  const waiting = new Set(state.pending?.map(({ proposal }) => proposal))
  const asked = events.flatMap((event): Found[] => {
    if (event.type !== 'loginProposed' || known.has(event.named.id)) return []
    return [{ ...event.named, kind: 'login', ...(waiting.has(event.proposal) ? IN_USE : replacedAt(event)) }]
  })
  return [...names, ...logins, ...asked]
}

const IN_USE = { because: 'inUse' } as const
const since = (because: 'answered' | 'left' | 'unlinked', endedOn: string | undefined) =>
  endedOn === undefined ? IN_USE : { because, endedOn }
const replacedAt = ({ at }: { readonly at: string }) =>
  ({ because: 'replaced', endedOn: dateOf(at), atOnce: true }) as const

/** The last day of their last appointment; of whoever was never appointed the day of the last thing written of them. */
function leftOn(events: readonly PersonEvent[], { appointments, pending = [] }: Person): string | undefined {
  if (pending.length > 0 || appointments.some(({ to }) => to === undefined)) return undefined
  const written = events.at(-1)
  const ends = appointments.flatMap(({ to }) => to ?? [])
  return ends.length > 0 ? ends.toSorted().at(-1) : written && dateOf(written.at)
}

const fold = <Event, State>({ initial, evolve }: Folding<Event, State>, events: readonly Event[]): State =>
  events.reduce(evolve, initial)
type Folding<Event, State> = Pick<Kind<Event, State>, 'initial' | 'evolve'>

const parsedBy = <Event>({ parse }: Pick<Kind<Event, unknown>, 'parse'>, commits: readonly Commit[]): Event[] =>
  commits.flatMap(({ events }) => events.map(parse))

const NEEDS: Readonly<Record<string, (commits: readonly Commit[], cancelledAt?: string) => Found[]>> = {
  case: (commits) => caseNeeds(parsedBy(caseKind, commits)),
  notice: (commits, cancelledAt) => noticeNeeds(parsedBy(noticeKind, commits), cancelledAt),
  person: (commits) => personNeeds(parsedBy(personKind, commits)),
}
/** Whether a stream may name anybody. */
export const isAboutPersons = (stream: string): boolean => Object.hasOwn(NEEDS, stream.split('/')[0] ?? '')

/** The batch whose end is the end of a stream, too. */
export const batchBehind = (stream: string): string | undefined => {
  const [kind, batch] = stream.split('/')
  return kind === 'notice' ? batch : undefined
}

/** @param commits of the stream, as they were written; `cancelledAt`: when the batch behind it was cancelled */
export const needsIn = (stream: string, commits: readonly Commit[], cancelledAt?: string): Need[] =>
  (NEEDS[stream.split('/')[0] ?? '']?.(commits, cancelledAt) ?? []).map((need) => ({ ...need, stream }))
