/** What a case keeps of withdrawals: the one that waits for the unit's head, and those of which somebody has still to read. */
import type { EventOf } from './case-events.ts'

export type WithdrawalDeclined = EventOf<'withdrawalCancelled'> & {
  readonly withdrawal: EventOf<'withdrawalEntered'>
}
export type Withdrawals = {
  readonly withdrawal?: EventOf<'withdrawalEntered'>
  /** What was cancelled last, as long as nothing is entered since; whoever reads so changes nothing of it. */
  readonly withdrawalCancelled?: EventOf<'withdrawalCancelled'>
  /** Those that somebody else cancelled, as long as whoever entered them has not read so; at most one of each. */
  readonly withdrawalsDeclined: readonly WithdrawalDeclined[]
}

export function entered<State extends Withdrawals>(
  state: State,
  event: EventOf<'withdrawalEntered'>,
): Omit<State, 'withdrawalCancelled'> {
  const { withdrawalCancelled: _, ...rest } = state
  return { ...rest, withdrawal: event, withdrawalsDeclined: declinedBut(state, event.by) }
}

export function cancelled<State extends Withdrawals>(
  state: State,
  event: EventOf<'withdrawalCancelled'>,
): Omit<State, 'withdrawal'> {
  const { withdrawal, ...rest } = state
  if (event.read || !withdrawal) return { ...state, withdrawalsDeclined: declinedBut(state, event.by) }
  const others = declinedBut(state, withdrawal.by)
  const declined = withdrawal.by === event.by ? others : [...others, { ...event, withdrawal }]
  return { ...rest, withdrawalCancelled: event, withdrawalsDeclined: declined }
}

/** What others have not read: they alone can say that they have. */
const declinedBut = ({ withdrawalsDeclined }: Withdrawals, person: string): readonly WithdrawalDeclined[] =>
  withdrawalsDeclined.filter(({ withdrawal }) => withdrawal.by !== person)

/** The withdrawal that this person has entered, that somebody else has cancelled, and who has not read so. */
export const declinedOf = ({ withdrawalsDeclined }: Withdrawals, person: string): WithdrawalDeclined | undefined =>
  withdrawalsDeclined.find(({ withdrawal }) => withdrawal.by === person)
