/** How a title 称号 stands: what a naming confers, and what has become of it since. Never opened for a trial batch. */

import type { Decision, Kind } from '#ledger/kind.ts'
import { atTheEnd, type Experience, happening } from './experience.ts'
import type { MeasureKind, Standing } from './standing.ts'
import { type MeasureOf, type TitleEvent, type TitleEventOf, titleEvent } from './title-events.ts'

export type Prepared = TitleEventOf<'measurePrepared'>
export type Taken<K extends MeasureKind = MeasureKind> = TitleEventOf<'measureTaken'> & {
  readonly measure: MeasureOf<K>
}
type Dropped = TitleEventOf<'preparationDropped'> & { readonly prepared: Prepared }
export type Title = {
  readonly conferred?: TitleEventOf<'conferred'>
  /** It was conferred in a batch that this system did not run. */
  readonly entered?: Taken<'enter'>
  readonly standing?: Standing
  /** What waits for approval, or went back and why. */
  readonly prepared?: Prepared
  readonly returned?: TitleEventOf<'preparationReturned'> & { readonly prepared: Prepared }
  /** What came back and was not sent again, in order. */
  readonly dropped: readonly Dropped[]
  /** The last proposal to revoke, whatever the meeting has decided on it. */
  readonly proposed?: Taken<'propose'>
  /** What the meeting last decided on the proposal. */
  readonly met?: TitleEventOf<'meetingRecorded'>
  readonly revoked?: Taken<'revoke'>
  readonly plaque?: TitleEventOf<'plaqueReturned'>
  /** Everything that was decided, in order. */
  readonly happened: readonly TitleEvent[]
  /** What the unit tells others, and what has become of that. */
  readonly experience: Experience
}

export const titleStream = (unit: string, batch: string): string => `title/${unit}/${batch}`
export const titleKind: Kind<TitleEvent, Title> = {
  parse: (stored) => titleEvent.parse(stored),
  initial: { happened: [], dropped: [], experience: { done: [] } },
  evolve: (title, event) => {
    switch (event.type) {
      case 'conferred':
        // A title that was entered under the batch's number before keeps its standing, and its code.
        return { ...title, conferred: event, standing: title.standing ?? 'held' }
      case 'measurePrepared': {
        const { returned: _again, ...rest } = title
        return { ...rest, prepared: event }
      }
      case 'preparationReturned': {
        const { prepared, ...rest } = title
        return prepared ? { ...rest, returned: { ...event, prepared } } : title
      }
      case 'preparationDropped': {
        const { returned, ...rest } = title
        return returned ? { ...rest, dropped: [...rest.dropped, { ...event, prepared: returned.prepared }] } : title
      }
      case 'measureTaken': {
        const { prepared: _approved, ...rest } = title
        return taking({ ...rest, happened: [...title.happened, event] }, event)
      }
      case 'meetingRecorded':
        return { ...title, met: event, happened: [...title.happened, event] }
      case 'rechecked':
        return { ...title, happened: [...title.happened, event] }
      case 'plaqueReturned':
        return { ...title, plaque: event, happened: [...title.happened, event] }
      default:
        return { ...title, experience: happening(title.experience, event) }
    }
  },
}

const BECOMES = { warn: 'warned', suspend: 'suspended', lift: 'held' } as const
function taking(title: Title, taken: TitleEventOf<'measureTaken'>): Title {
  const { measure } = taken
  switch (measure.kind) {
    case 'enter':
      // Entered again it is corrected, and known since the first time.
      return { ...title, entered: { ...taken, measure, at: title.entered?.at ?? taken.at }, standing: 'held' }
    case 'propose': {
      const { met: _before, ...rest } = title
      return { ...rest, proposed: { ...taken, measure } }
    }
    case 'revoke':
      return {
        ...title,
        revoked: { ...taken, measure },
        standing: 'revoked',
        experience: atTheEnd(title.experience, { at: taken.at, by: taken.by }),
      }
    case 'expire':
      return { ...title, standing: 'expired', experience: atTheEnd(title.experience, undefined) }
    default:
      return { ...title, standing: BECOMES[measure.kind] }
  }
}

/** The day from which it is held, and since when the system knows it; nobody's while it is not approved. */
export const heldSince = ({ conferred, entered }: Title): { readonly on: string; readonly at: string } | undefined =>
  entered ? { on: entered.measure.on, at: entered.at } : conferred

export const confer =
  (title: Omit<TitleEventOf<'conferred'>, 'type' | 'v' | 'at'>, at: string): Decision<TitleEvent, Title> =>
  ({ conferred }) =>
    conferred ? [] : [{ type: 'conferred', v: 1, at, ...title }]

/** How a proposal to revoke stands; none, or one that the meeting did not follow, leaves the title as it is. */
export const proposalOf = ({ proposed, met, revoked }: Title): 'waits' | 'agreed' | undefined =>
  !proposed || revoked ? undefined : !met ? 'waits' : met.revokes ? 'agreed' : undefined
