/** A county is not left without anybody who keeps its roster. */
import { addDays, dateOf } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import { Refused } from '#ledger/refused.ts'
import { ADMINISTRATOR } from '#procedure/appointments.ts'
import { type Asking, changedBy, heldOn, type Person } from '#roster/person.ts'
import { type Known, readIn } from './read-known.ts'
import { calledOf } from './said-changes.ts'

const keepsRoster = (person: Person, day: string): boolean =>
  heldOn(person, day).some(({ appointment }) => appointment === ADMINISTRATOR)

/**
 * Whoever deploys the county names a login that stands in while nobody is administrator; that is for a county that has
 * lost its last one, and no line is to make it one.
 * @param after people with all lines as written
 * @throws Refused when the line ends the right of the last one
 */
export function mustLeaveAdministrator(
  person: string,
  asked: Asking,
  {
    known,
    after,
    received,
  }: { readonly known: Known; readonly after: ReadonlyMap<string, Person>; readonly received: string },
): void {
  if (asked.appointment !== ADMINISTRATOR) return
  const before = readIn(known.people, person).state
  const to = changedBy(asked, before)?.now.to
  if (!to) return
  const today = dateOf(received)
  const day = to < today ? today : addDays(to, 1)
  const all = new Map([...known.administrators, ...after])
  if (!keepsRoster(before, day) || [...all.values()].some((one) => keepsRoster(one, day))) return
  const sentence = `${calledOf(known)(person)}是最后一名系统管理员，${saidDay(to)}以后就没有人能登记名册；请先登记接任的系统管理员，或者写在同一份名册里。`
  throw new Refused('conflict', sentence, { to: '最后一名系统管理员的岗位不能结束' })
}
