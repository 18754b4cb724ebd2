/** A county is not left without those who keep its roster, one who enters and one who approves. */
import { addDays, dateOf } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import { Refused } from '#ledger/refused.ts'
import { APPOINTMENTS, type Appointment, KEEPERS } from '#procedure/appointments.ts'
import { type Asking, changedBy, heldOn, isSameAppointment, type Person } from '#roster/person.ts'

/** What a county without them cannot do. */
const workOf = (appointment: Appointment): string => (appointment === KEEPERS[0] ? '登记名册' : '批准岗位和账号')
const holds = (person: Person, appointment: Appointment, day: string): boolean =>
  heldOn(person, day).some((one) => one.appointment === appointment)

type Keeping = {
  /** As they stood. */
  readonly before: Person
  /** Everybody who ever kept the roster or would, with all lines as written. */
  readonly all: readonly Person[]
  readonly called: string
  readonly received: string
}

/** The first day from this one on at which none of them has the post; undefined when there always is one. */
function firstWithout(people: readonly Person[], appointment: Appointment, from: string): string | undefined {
  for (let day = from; ; ) {
    const today = day
    const ends = people
      .flatMap((one) => heldOn(one, today))
      .filter((one) => one.appointment === appointment)
      .map(({ to }) => to)
    if (ends.length === 0) return day
    const limited = ends.filter((to) => to !== undefined)
    const last = limited.toSorted().at(-1)
    if (limited.length < ends.length || !last) return undefined
    day = addDays(last, 1)
  }
}

/**
 * Whoever deploys the county names a login that stands in while nobody keeps the roster; that is for a county that has
 * lost the last one, and no line is to make it one. Who follows for a time leaves it as it was before,
 * and whoever has no login keeps nothing.
 * @throws Refused when the line ends the right of the last one
 */
export function mustLeaveKeeper(asked: Asking, { before, all, called, received }: Keeping): void {
  const { appointment } = asked
  if (!KEEPERS.includes(appointment)) return
  const to = changedBy(asked, before)?.now.to
  if (!to) return
  const today = dateOf(received)
  const day = to < today ? today : addDays(to, 1)
  if (!holds(before, appointment, day)) return
  const without = firstWithout(
    all.filter(({ login }) => login !== undefined),
    appointment,
    day,
  )
  const lasted = firstWithout([before, ...all], appointment, day)
  if (!without || (lasted && lasted <= without)) return
  const last = without > day ? addDays(without, -1) : to
  const title = APPOINTMENTS[appointment]
  throw new Refused(
    'conflict',
    `${called}是最后一名${title}，${saidDay(last)}以后就没有人能${workOf(appointment)}；请先登记接任的${title}（有账号，不写结束日期），或者写在同一份名册里。`,
    { to: `最后一名${title}的岗位不能结束` },
  )
}

/**
 * The founding is not to come back by itself, on the day after a last day: then one person alone would keep the roster.
 * @param kept whoever kept it before these lines, as they stood
 * @throws Refused when somebody is appointed to keep it for a time, and after some day nobody is
 */
export function mustNotLapse(
  asked: Asking,
  { before, kept, all, today }: Pick<Keeping, 'before' | 'all'> & { kept: readonly Person[]; today: string },
): void {
  const { appointment, from, to } = asked
  const day = from < today ? today : from
  if (!KEEPERS.includes(appointment) || !to || to < day) return
  const without = firstWithout(all, appointment, day)
  // Where there always was one, or it is there already, `mustLeaveKeeper` decides.
  if (without === undefined || firstWithout(kept, appointment, day) === undefined) return
  if (before.appointments.some((one) => isSameAppointment(one, asked))) return
  const title = APPOINTMENTS[appointment]
  throw new Refused(
    'conflict',
    `${title}的岗位写了结束日期（${saidDay(to)}），${saidDay(addDays(without, -1))}以后就没有人能${workOf(appointment)}；请不写结束日期，或者在同一份名册里另登记一名不写结束日期的${title}。`,
    { to: `至少一名${title}不写结束日期` },
  )
}

/**
 * One of the two alone could do nothing, and would end the founding.
 * @throws Refused where somebody keeps the roster on that day in one part, and nobody in the other
 */
export function mustNameBoth({ appointment, from }: Asking, all: readonly Person[], today: string): void {
  if (!KEEPERS.includes(appointment)) return
  const day = from < today ? today : from
  const lacking = KEEPERS.filter((one) => !all.some((person) => holds(person, one, day)))
  const [other] = lacking
  if (lacking.length !== 1 || !other || other === appointment) return
  throw new Refused(
    'conflict',
    `登记${APPOINTMENTS[appointment]}的，请同时登记${APPOINTMENTS[other]}，由另一人担任；岗位和账号由一人登记、另一人批准。`,
    { appointment: `还没有${APPOINTMENTS[other]}` },
  )
}
