/**
 * The person decider: somebody's dated appointments 岗位. Stream `person/<person>`.
 * The name lies in `persons`.
 */

import { z } from 'zod/mini'
import { saidDay } from '#calendar/said.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { appointmentName, isInsideUnit } from '#procedure/appointments.ts'

const instant = z.iso.datetime({ precision: 3 })
const v = z.literal(1)
/** Both days included; without `to` it goes on. `unit` for appointments inside a unit. */
export const held = z.object({
  appointment: appointmentName,
  unit: z.optional(z.string('单位应为单位编号')),
  from: z.iso.date('任职日期应为日期，如2018-01-01'),
  to: z.optional(z.iso.date('免职日期应为日期，如2018-12-31')),
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

export const personEvent = z.discriminatedUnion('type', [registered, appointed])
export type PersonEvent = z.infer<typeof personEvent>
export type Person = {
  readonly personal?: { readonly id: string; readonly digest: string }
  readonly appointments: readonly Held[]
}

export const personStream = (person: string): string => `person/${person}`
const same = (a: Held, b: Held) => a.appointment === b.appointment && a.unit === b.unit && a.from === b.from

export const personKind: Kind<PersonEvent, Person> = {
  parse: (stored) => personEvent.parse(stored),
  initial: { appointments: [] },
  evolve: (person, event) =>
    event.type === 'registered'
      ? { ...person, personal: event.personal }
      : { ...person, appointments: [...person.appointments.filter((one) => !same(one, event.held)), event.held] },
}

type Asked = { readonly by: string; readonly received: string }

export const registerPerson =
  (personal: { id: string; digest: string }, { by, received }: Asked): Decision<PersonEvent, Person> =>
  (person) =>
    person.personal?.digest === personal.digest ? [] : [{ type: 'registered', v: 1, at: received, by, personal }]

/** Appoints, or gives an appointment its last day. */
export const appoint =
  (given: Held, { by, received }: Asked): Decision<PersonEvent, Person> =>
  (person) => {
    if (!person.personal) throw new Refused('unknown', '名册里没有这个人；请先登记人员。')
    const ofUnit = isInsideUnit(given.appointment)
    if (ofUnit !== Boolean(given.unit))
      throw new Refused('incomplete', '岗位与单位不符。', {
        unit: ofUnit ? '此岗位要写明单位' : '此岗位不属于某个单位，请留空',
      })
    if (given.to && given.to < given.from)
      throw new Refused(
        'incomplete',
        `岗位的截止日期（${saidDay(given.to)}）早于起始日期（${saidDay(given.from)}）。`,
        {
          to: '请填写起始日期或以后的日期',
        },
      )
    const known = person.appointments.find((one) => same(one, given))
    return known && known.to === given.to ? [] : [{ type: 'appointed', v: 1, at: received, by, held: given }]
  }

/** The appointments somebody holds on a date. */
export const heldOn = ({ appointments }: Pick<Person, 'appointments'>, day: string): readonly Held[] =>
  appointments.filter(({ from, to }) => from <= day && (!to || day <= to))
