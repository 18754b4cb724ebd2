/**
 * The person decider: somebody's dated appointments 岗位. Stream `person/<person>`.
 * The name lies in `persons`.
 */

import { z } from 'zod/mini'
import { saidDay } from '#calendar/said.ts'
import { notADay } from '#calendar/typed-day.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { appointmentName, isInsideUnit } from '#procedure/appointments.ts'
import { whyNoId } from '#typed/reserved-ids.ts'

const instant = z.iso.datetime({ precision: 3 })
const v = z.literal(1)
/** Both days included; without `to` it goes on. `unit` for appointments inside a unit. */
export const held = z.object({
  appointment: appointmentName,
  unit: z.optional(z.string('单位应为单位编号')),
  from: z.iso.date({ error: notADay('任职日期应为日期，如2018-01-01') }),
  to: z.optional(z.iso.date({ error: notADay('免职日期应为日期，如2018-12-31') })),
})
export type Held = z.infer<typeof held>

const registered = z.object({
  type: z.literal('registered'),
  v,
  at: instant,
  by: z.string(),
  personal: z.object({ id: z.string(), digest: z.string() }),
})
const appointed = z.object({ type: z.literal('appointed'), v, at: instant, by: z.string(), held })

/** From now on this login is theirs, and no other: `login` is its stream. */
const identified = z.object({ type: z.literal('identified'), v, at: instant, by: z.string(), login: z.string() })

export const personEvent = z.discriminatedUnion('type', [registered, appointed, identified])
export type PersonEvent = z.infer<typeof personEvent>
export type Person = {
  readonly personal?: { readonly id: string; readonly digest: string }
  /** The stream of the one login that is theirs; a login that an older version linked is not said here. */
  readonly login?: string
  readonly appointments: readonly Held[]
}

export const personStream = (person: string): string => `person/${person}`
export const isSameAppointment = (a: Omit<Held, 'to'>, b: Omit<Held, 'to'>): boolean =>
  a.appointment === b.appointment && a.unit === b.unit && a.from === b.from

export const personKind: Kind<PersonEvent, Person> = {
  parse: (stored) => personEvent.parse(stored),
  initial: { appointments: [] },
  evolve: (person, event) => {
    if (event.type === 'registered') return { ...person, personal: event.personal }
    if (event.type === 'identified') return { ...person, login: event.login }
    return {
      ...person,
      appointments: [...person.appointments.filter((one) => !isSameAppointment(one, event.held)), event.held],
    }
  },
}

type Asked = { readonly by: string; readonly received: string }
const UNKNOWN = '名册里没有这个人；请先登记人员。'

/** @param person the id under which somebody is registered */
export const registerPerson =
  (person: string, personal: { id: string; digest: string }, { by, received }: Asked): Decision<PersonEvent, Person> =>
  ({ personal: before }) => {
    const wrong = whyNoId(person)
    if (wrong) throw new Refused('incomplete', `${wrong}。`, { person: wrong })
    return before?.digest === personal.digest ? [] : [{ type: 'registered', v: 1, at: received, by, personal }]
  }

/** Gives somebody their login; the one they had before ends with it. */
export const identify =
  (login: string, { by, received }: Asked): Decision<PersonEvent, Person> =>
  (person) => {
    if (!person.personal) throw new Refused('unknown', UNKNOWN)
    return person.login === login ? [] : [{ type: 'identified', v: 1, at: received, by, login }]
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
      appointment === one.appointment &&
      unit === one.unit &&
      from !== one.from &&
      (!one.to || from <= one.to) &&
      (!to || one.from <= to),
  )

/** Appoints, or gives an appointment its last day. */
export const appoint =
  (asking: Asking, { by, received }: Asked): Decision<PersonEvent, Person> =>
  (person) => {
    if (!person.personal) throw new Refused('unknown', UNKNOWN)
    const given = heldAs(asking, person)
    const ofUnit = isInsideUnit(given.appointment)
    if (ofUnit !== Boolean(given.unit))
      throw new Refused('incomplete', '岗位与单位不符。', {
        unit: ofUnit ? '此岗位要写明单位' : '此岗位不属于某个单位，请留空',
      })
    // A unit that an older version registered under such an id gives nobody its rights.
    const wrong = given.unit === undefined ? undefined : whyNoId(given.unit)
    if (wrong) throw new Refused('incomplete', `${wrong}。`, { unit: wrong })
    if (given.to && given.to < given.from)
      throw new Refused(
        'incomplete',
        `岗位的截止日期（${saidDay(given.to)}）早于起始日期（${saidDay(given.from)}）。`,
        {
          to: '请填写起始日期或以后的日期',
        },
      )
    const known = person.appointments.find((one) => isSameAppointment(one, given))
    return known && known.to === given.to ? [] : [{ type: 'appointed', v: 1, at: received, by, held: given }]
  }

/** The appointments somebody holds on a date. */
export const heldOn = ({ appointments }: Pick<Person, 'appointments'>, day: string): readonly Held[] =>
  appointments.filter(({ from, to }) => from <= day && (!to || day <= to))
