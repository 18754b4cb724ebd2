/**
 * The person decider: somebody's dated appointments 岗位. Stream `person/<person>`.
 * The name lies in `persons`.
 */

import { z } from 'zod/mini'
import { dateOf } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import { notADay } from '#calendar/typed-day.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { APPOINTMENTS, appointmentName, isInsideUnit, isTechnical } from '#procedure/appointments.ts'
import { whyNoId } from '#typed/reserved-ids.ts'

const instant = z.iso.datetime({ precision: 3 })
const v = z.literal(1)
/** Both days included; without `to` it goes on. `unit` for appointments inside a unit. */
export const held = z.object({
  appointment: appointmentName,
  unit: z.optional(z.string('单位应为单位编号')),
  from: z.iso.date({ error: notADay('任职日期', '2018-01-01') }),
  to: z.optional(z.iso.date({ error: notADay('免职日期', '2018-12-31') })),
})
export type Held = z.infer<typeof held>

const reference = z.object({ id: z.string(), digest: z.string() })
const said = { v, at: instant, by: z.string() }
/**
 * Who had entered what `by` has approved. Without it one person alone has: at the founding of the county, or, as
 * `alone` says, in the place of administrators whom the county has lost.
 */
const effective = { ...said, proposedBy: z.optional(z.string()), alone: z.optional(z.literal(true)) }

/** `renamed`: one administrator alone has given them another name, and whoever has it their posts and login. */
const registered = z.object({
  type: z.literal('registered'),
  ...said,
  personal: reference,
  renamed: z.optional(z.literal(true)),
})
const appointed = z.object({ type: z.literal('appointed'), ...effective, held })
/** From now on this login is theirs, and no other: `login` is its stream, `named` what it is called at the issuer. */
const identified = z.object({
  type: z.literal('identified'),
  ...effective,
  login: z.string(),
  named: z.optional(reference),
})

/** Entered, and without effect until somebody else approves it. `as`: whose part it was that entered it. */
const proposal = { ...said, as: appointmentName, proposal: z.int() }
const appointmentProposed = z.object({ type: z.literal('appointmentProposed'), ...proposal, held })
/** `loginFrom`: who has the login so far and is to lose it. */
const loginProposed = z.object({
  type: z.literal('loginProposed'),
  ...proposal,
  login: z.string(),
  named: reference,
  loginFrom: z.optional(z.string()),
})
const declined = z.object({ type: z.literal('declined'), ...said, proposal: z.int(), reason: z.string() })
const takenBack = z.object({ type: z.literal('takenBack'), ...said, proposal: z.int() })
/** The head of the office has seen what has changed up to here. */
const noted = z.object({ type: z.literal('noted'), ...said })

export const personEvent = z.discriminatedUnion('type', [
  registered,
  appointed,
  identified,
  appointmentProposed,
  loginProposed,
  declined,
  takenBack,
  noted,
])
export type PersonEvent = z.infer<typeof personEvent>
export type Proposal = z.infer<typeof appointmentProposed> | z.infer<typeof loginProposed>
export type Person = {
  readonly personal?: { readonly id: string; readonly digest: string }
  /** The stream of the one login that is theirs; a login that an older version linked is not said here. */
  readonly login?: string
  /** The streams of all logins they were given, the first one first. */
  readonly logins?: readonly string[]
  /** What that login is called at the issuer. */
  readonly named?: { readonly id: string; readonly digest: string }
  readonly appointments: readonly Held[]
  /** What waits for approval; none: nothing does. */
  readonly pending?: readonly Proposal[]
  /** How many proposals there ever were. */
  readonly proposals?: number
  /** Whether the head of the office has still to be told of something. */
  readonly isNews?: boolean
}

/** As somebody gives it: nothing else becomes a part of a stream's name. */
export const PERSON_ID = /^[a-z0-9][a-z0-9-]{1,39}$/
export const personStream = (person: string): string => `person/${person}`
export const isSameAppointment = (a: Omit<Held, 'to'>, b: Omit<Held, 'to'>): boolean =>
  a.appointment === b.appointment && a.unit === b.unit && a.from === b.from

export const personKind: Kind<PersonEvent, Person> = {
  parse: (stored) => personEvent.parse(stored),
  initial: { appointments: [] },
  evolve: (person, event) => {
    switch (event.type) {
      case 'registered':
        return { ...person, personal: event.personal, ...(event.renamed && { isNews: true }) }
      case 'identified': {
        const { named: _before, ...rest } = person
        return {
          ...without(rest, (one) => one.type === 'loginProposed' && one.login === event.login),
          ...{ login: event.login, logins: [...(person.logins ?? []), event.login] },
          ...(event.named && { named: event.named }),
          ...(isNews(event) && { isNews: true }),
        }
      }
      case 'appointed':
        return {
          ...without(person, (one) => one.type === 'appointmentProposed' && isSameAppointment(one.held, event.held)),
          appointments: [...person.appointments.filter((one) => !isSameAppointment(one, event.held)), event.held],
          ...(isNews(event) && { isNews: true }),
        }
      case 'appointmentProposed':
      case 'loginProposed': {
        const { pending = [] } = without(person, (one) => isAboutTheSame(one, event))
        return { ...person, pending: [...pending, event], proposals: event.proposal }
      }
      case 'declined':
      case 'takenBack':
        return without(person, (one) => one.proposal === event.proposal)
      case 'noted':
        return { ...person, isNews: false }
    }
  },
}

/** Of the founding itself, which is the whole roster, nobody is told line by line. */
export const isNews = ({
  proposedBy,
  alone,
}: {
  readonly proposedBy?: string | undefined
  readonly alone?: true | undefined
}): boolean => proposedBy !== undefined || alone === true
const without = (person: Person, gone: (one: Proposal) => boolean): Person =>
  person.pending ? { ...person, pending: person.pending.filter((one) => !gone(one)) } : person
/** What was entered again takes the place of what was entered first. */
const isAboutTheSame = (a: Proposal, b: Proposal): boolean =>
  a.type === 'loginProposed' || b.type === 'loginProposed' ? a.type === b.type : isSameAppointment(a.held, b.held)

export type Asked = { readonly by: string; readonly received: string }
/** What is written of who approved it: see `effective`. */
export type Effect = Asked & { readonly proposedBy?: string; readonly alone?: boolean }
const effectOf = ({ by, received, proposedBy, alone }: Effect) => ({
  ...{ v: 1 as const, at: received, by },
  ...(proposedBy !== undefined && { proposedBy }),
  ...(alone && { alone: true as const }),
})
const UNKNOWN = '名册里没有这个人；请先登记人员。'

/** @param person the id under which somebody is registered; `renamed`: whether it is another name that the head is told of */
export const registerPerson =
  (
    person: string,
    personal: { id: string; digest: string },
    { by, received, renamed }: Asked & { readonly renamed?: boolean },
  ): Decision<PersonEvent, Person> =>
  ({ personal: before }) => {
    const wrong = whyNoId(person)
    if (wrong) throw new Refused('incomplete', `${wrong}。`, { person: wrong })
    if (before?.digest === personal.digest) return []
    return [{ type: 'registered', v: 1, at: received, by, personal, ...(before && renamed && { renamed: true }) }]
  }

/** Gives somebody their login; the one they had before ends with it. */
export const identify =
  (
    login: string,
    effect: Effect,
    named?: { readonly id: string; readonly digest: string },
  ): Decision<PersonEvent, Person> =>
  (person) => {
    if (!person.personal) throw new Refused('unknown', UNKNOWN)
    return person.login === login ? [] : [{ type: 'identified', ...effectOf(effect), login, ...(named && { named }) }]
  }
/** Whether a login that is linked to somebody is still theirs. */
export const isIdentifiedBy = ({ login }: Pick<Person, 'login'>, stream: string): boolean =>
  login === undefined || login === stream

/** As a line of the roster has it. Without a last day it has the one that is kept; null: it has none any more. */
export type Asking = Omit<Held, 'to'> & { readonly to?: Held['to'] | null }
export function heldAs({ to, ...asked }: Asking, { appointments }: Pick<Person, 'appointments'>): Held {
  const last = to ?? (to === null ? undefined : appointments.find((one) => isSameAppointment(one, asked))?.to)
  return { ...asked, ...(last && { to: last }) }
}
/** An appointment that is kept, and as a line has it, where that is another last day. */
export function changedBy(
  asked: Asking,
  person: Pick<Person, 'appointments'>,
): { readonly before: Held; readonly now: Held } | undefined {
  const before = person.appointments.find((one) => isSameAppointment(one, asked))
  const now = heldAs(asked, person)
  return before && before.to !== now.to ? { before, now } : undefined
}
/** The same appointment of another first day, for some day of this one: it would stand twice. */
export const besides = (one: Held, { appointments }: Pick<Person, 'appointments'>): readonly Held[] =>
  appointments.filter(
    ({ appointment, unit, from, to }) =>
      appointment === one.appointment && unit === one.unit && from !== one.from && isAtOnce({ from, to }, one),
  )
type Days = Pick<Held, 'from' | 'to'>
const isAtOnce = (a: Days, b: Days): boolean => (!b.to || a.from <= b.to) && (!a.to || b.from <= a.to)

/** Appoints, or gives an appointment its last day. */
export const appoint =
  (asking: Asking, effect: Effect): Decision<PersonEvent, Person> =>
  (person) => {
    if (!person.personal) throw new Refused('unknown', UNKNOWN)
    const given = heldAs(asking, person)
    const ofUnit = isInsideUnit(given.appointment)
    if (ofUnit !== Boolean(given.unit))
      throw new Refused(
        'incomplete',
        ofUnit ? '岗位与单位不符：此岗位要写明单位，请填写。' : '岗位与单位不符：此岗位不属于某个单位，请把单位留空。',
        { unit: ofUnit ? '此岗位要写明单位' : '此岗位不属于某个单位，请留空' },
      )
    // A unit that an older version registered under such an id gives nobody its rights.
    const wrong = given.unit === undefined ? undefined : whyNoId(given.unit)
    if (wrong) throw new Refused('incomplete', `${wrong}。`, { unit: wrong })
    if (given.to && given.to < given.from)
      throw new Refused(
        'incomplete',
        `岗位的截止日期（${saidDay(given.to)}）早于起始日期（${saidDay(given.from)}）；请改正其中一个。`,
        {
          to: '请填写起始日期或以后的日期',
        },
      )
    const known = person.appointments.find((one) => isSameAppointment(one, given))
    if (known && known.to === given.to) return []
    if (known) mustNotReachBack(known, given, dateOf(effect.received))
    mustBeOneOfThree(given, person)
    return [{ type: 'appointed', ...effectOf(effect), held: given }]
  }

/** Whoever held an appointment held it, whatever is written later. @throws Refused */
function mustNotReachBack(known: Held, { to }: Held, today: string): void {
  if (known.to && known.to < today)
    throw new Refused('conflict', `这个岗位已在${saidDay(known.to)}结束，不能再改；要再任职的，请另登记一次。`, {
      from: '要再任职的，开始日期请写今天或以后',
    })
  if (to && to < today)
    throw new Refused(
      'incomplete',
      `岗位不能倒签结束：${saidDay(to)}已经过去，那以后他仍在任；结束日期请写今天或以后。`,
      {
        to: '结束日期请写今天或以后',
      },
    )
}
/** Whoever keeps the system in one part does not in another. @throws Refused */
function mustBeOneOfThree(given: Held, { appointments }: Person): void {
  const other = appointments.find(
    (one) => isTechnical(one.appointment) && one.appointment !== given.appointment && isAtOnce(one, given),
  )
  if (!isTechnical(given.appointment) || !other) return
  const [is, asked] = [APPOINTMENTS[other.appointment], APPOINTMENTS[given.appointment]]
  throw new Refused(
    'conflict',
    `系统管理员、安全管理员、审计管理员不能由一人兼任；他已是${is}，不能再任${asked}，请登记另一人，或先结束他的${is}岗位。`,
    {
      appointment: `已是${is}`,
    },
  )
}

/** The appointments somebody holds on a date. */
export const heldOn = ({ appointments }: Pick<Person, 'appointments'>, day: string): readonly Held[] =>
  appointments.filter(({ from, to }) => from <= day && (!to || day <= to))
