/**
 * What one administrator enters and another approves: appointments, and who logs in as whom. It lies in the person's
 * own stream, without effect until then.
 */
import { dateOf } from '#calendar/deadline.ts'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { ADMINISTRATOR, type Appointment, SECURITY_ADMINISTRATOR } from '#procedure/appointments.ts'
import { isOf } from './login.ts'
import {
  type Asked,
  type Asking,
  appoint,
  changedBy,
  identify,
  isSameAppointment,
  type Person,
  type PersonEvent,
  type Proposal,
} from './person.ts'

type Deciding = Decision<PersonEvent, Person>
/** @param as whose part it is that enters it */
type Entering = Asked & { readonly as: Appointment }

const nextOf = ({ proposals = 0 }: Person): number => proposals + 1

/** Enters an appointment, or another last day of one. */
export const proposeAppointment =
  (asking: Asking, { by, received, as }: Entering): Deciding =>
  (person) => {
    const [would] = appoint(asking, { by, received })(person)
    if (would?.type !== 'appointed') return []
    const { held } = would
    const isThere = person.pending?.some(
      (one) => one.type === 'appointmentProposed' && isSameAppointment(one.held, held) && one.held.to === held.to,
    )
    return isThere ? [] : [{ type: 'appointmentProposed', v: 1, at: received, by, as, proposal: nextOf(person), held }]
  }

type Moving = {
  /** Whose it is to be. */
  readonly to: string
  /** Its stream. */
  readonly login: string
  /** Whom it is to leave, as whoever asks says. */
  readonly loginFrom?: string | undefined
  /** Who has it now; of nobody else anything is kept, though a line names them. */
  readonly heldBy: string | undefined
}
export type LoginAsked = Moving & { readonly named: { readonly id: string; readonly digest: string } }
const leaves = ({ to, loginFrom, heldBy }: Moving): string | undefined =>
  heldBy === loginFrom && heldBy !== to ? heldBy : undefined
/** Whether somebody has the login, or it was entered for them. Where it is taken from another one, they had it before. */
export const isLoginKnown = (person: Person, asked: Moving): boolean =>
  (person.login === asked.login && leaves(asked) === undefined) ||
  (person.pending ?? []).some((one) => one.type === 'loginProposed' && one.login === asked.login)

/** Enters a login in the place of the one they have, if they have one. */
export const proposeLogin =
  (asked: LoginAsked, { by, received, as }: Entering): Deciding =>
  (person) => {
    const { to, login, named, heldBy } = asked
    identify(login, { by, received })(person)
    if (isLoginKnown(person, asked)) return []
    const loginFrom = leaves(asked)
    if (heldBy !== undefined && heldBy !== to && loginFrom === undefined) throw isOf(heldBy, to)
    return [
      {
        ...{ type: 'loginProposed', v: 1, at: received, by, as, proposal: nextOf(person), login, named },
        ...(loginFrom !== undefined && { loginFrom }),
      },
    ]
  }

/** Who approves, and what they hold today. */
export type Approving = { readonly person: string; readonly holdings: readonly { readonly appointment: string }[] }

const ofSecurity = (as: Appointment): boolean => as === SECURITY_ADMINISTRATOR
/**
 * Why somebody does not approve a proposal; undefined: they do. What the security administrator has entered another
 * one may approve, or the system administrator, since a county may have one of each.
 * @param about whom the proposal is about
 */
export function whyNotApproved(
  { by, as }: Pick<Proposal, 'by' | 'as'>,
  about: string,
  { person, holdings }: Approving,
): string | undefined {
  if (by === person) return '本人登记的，由另一名管理员批准'
  if (about === person) return '不能批准本人的岗位和账号，由另一名管理员批准'
  const holds = (wanted: Appointment) => holdings.some(({ appointment }) => appointment === wanted)
  if (holds(SECURITY_ADMINISTRATOR) || (ofSecurity(as) && holds(ADMINISTRATOR))) return undefined
  return ofSecurity(as) ? '由系统管理员或者另一名安全管理员批准' : '由安全管理员批准'
}

type Settling = { readonly approving: Approving; readonly received: string }

/** @throws Refused where it was settled, or something else was entered in its place */
function pendingIn({ pending = [] }: Person, proposal: number): Proposal {
  const found = pending.find((one) => one.proposal === proposal)
  if (found) return found
  throw new Refused('conflict', '这一项已经办理，或者又登记了新的内容；请刷新页面，核对后再办。')
}
function pendingFor(person: Person, about: string, proposal: number, approving: Approving): Proposal {
  const found = pendingIn(person, proposal)
  const why = whyNotApproved(found, about, approving)
  if (why) throw new Refused('forbidden', `${why}。`)
  return found
}

/** Gives it its effect. A last day that has passed while it waited is today: until then the right was there. */
export const approveProposal =
  (about: string, proposal: number, { approving, received }: Settling): Deciding =>
  (person) => {
    const found = pendingFor(person, about, proposal, approving)
    const effect = { by: approving.person, received, proposedBy: found.by }
    if (found.type === 'loginProposed') return identify(found.login, effect, found.named)({ ...person, login: '' })
    const today = dateOf(received)
    const { held } = found
    const isLate = held.to !== undefined && held.to < today && changedBy(held, person) !== undefined
    return appoint({ ...held, to: isLate ? today : (held.to ?? null) }, effect)(person)
  }

/** Lets it be nothing, with the reason. */
export const declineProposal =
  (about: string, proposal: number, reason: string, { approving, received }: Settling): Deciding =>
  (person) => {
    pendingFor(person, about, proposal, approving)
    return [{ type: 'declined', v: 1, at: received, by: approving.person, proposal, reason }]
  }

/** Whoever has entered it lets it be nothing. */
export const takeBackProposal =
  (proposal: number, { by, received }: Asked): Deciding =>
  (person) => {
    if (pendingIn(person, proposal).by !== by) throw new Refused('forbidden', '只有登记的人能收回；不同意的，请退回。')
    return [{ type: 'takenBack', v: 1, at: received, by, proposal }]
  }

/** The head of the office has seen what has changed. */
export const noteChanges =
  ({ by, received }: Asked): Deciding =>
  ({ isNews }) =>
    isNews ? [{ type: 'noted', v: 1, at: received, by }] : []
