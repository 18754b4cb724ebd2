/** What a line changes of what the roster has, in sentences for whoever confirms it. */
import { saidDay } from '#calendar/said.ts'
import type { RosterChange } from '#contracts/roster.ts'
import { APPOINTMENTS } from '#procedure/appointments.ts'
import { type Asking, besides, changedBy, heldAs, isSameAppointment, type Person } from '#roster/person.ts'
import { UNIT_KINDS, type Unit, type UnitFacts } from '#roster/unit.ts'
import type { Alike } from './alike-units.ts'
import { type Known, readIn } from './read-known.ts'

export const calledOf =
  ({ names }: Pick<Known, 'names'>) =>
  (id: string, name = names.get(id)): string =>
    name ? `${name}（${id}）` : id

/** A unit's kind, what it stands under, and whether it takes part: each by itself. */
export function saidFacts(before: Unit, { kind, parent, inScope }: UnitFacts): string[] {
  if (!before.name) return []
  const scope = (is: boolean | undefined) => (is ? '在创建范围内' : '不在创建范围内')
  return [
    ...(before.kind && before.kind !== kind
      ? [`的单位类别由“${UNIT_KINDS[before.kind]}”改为“${UNIT_KINDS[kind]}”`]
      : []),
    ...(before.parent === parent ? [] : [`的上级单位由“${before.parent ?? '无'}”改为“${parent ?? '无'}”`]),
    ...(before.inScope === inScope ? [] : [`由${scope(before.inScope)}改为${scope(inScope)}`]),
  ]
}

/** A new unit that may be one that is there. @param alike of which there is one at least */
export function saidAlike(name: string, alike: readonly Alike[]): string {
  const others = alike.map((one) => `${one.here ? '本次登记的内容里另' : '名册已'}有“${one.name}”（编号${one.unit}）`)
  return `疑似同一单位：“${name}”，${others.join('，')}；不是同一单位的，请核对后确认`
}

type Said = Pick<RosterChange, 'what' | 'sentence'>

/** What a line changes of a right that somebody has: it ends, or it ends later or not at all. */
export function saidLastDay(person: string, asked: Asking, known: Known): Said | undefined {
  const changed = changedBy(asked, readIn(known.people, person).state)
  if (!changed) return undefined
  const { before, now } = changed
  const was = before.to ? `原在${saidDay(before.to)}结束` : '原来没有结束日期'
  const is = now.to ? `改为${saidDay(now.to)}结束` : '改为不写结束日期'
  const longer = !now.to || (before.to !== undefined && now.to > before.to)
  return {
    what: longer ? 'prolonged' : 'shortened',
    sentence: `${rightOf(person, asked, known)}${was}，${is}，${longer ? '权限随之延续' : '权限到这一天为止'}`,
  }
}

/** A line that gives a right once more for the same days: mostly its first day was typed otherwise. @param after with all lines */
export function saidTwice(person: string, asked: Asking, known: Known, after: Person): string | undefined {
  const { state } = readIn(known.people, person)
  if (state.appointments.some((one) => isSameAppointment(one, asked))) return undefined
  const [other] = besides(heldAs(asked, after), after)
  if (!other) return undefined
  const until = other.to ? `到${saidDay(other.to)}` : '，没有结束日期'
  if (!state.appointments.some((one) => isSameAppointment(one, other)))
    // Both are lines of these, of which the later one says it for both.
    return asked.from < other.from
      ? undefined
      : `${rightOf(person, asked, known)}在本次登记的内容里从${saidDay(other.from)}起登记${until}，又从${saidDay(asked.from)}起登记一次，两次并存；只要一次的，请删去其中一行`
  return `${rightOf(person, asked, known)}已从${saidDay(other.from)}起登记${until}，再从${saidDay(asked.from)}起登记一次，两次并存，原来的一次不因此改变；要改原来的一次，起始日期请写${saidDay(other.from)}`
}

/** A number in the place of another. Of both only the ends are said: sentences are kept in logs. */
export const saidPhone = (kept: string, given: string): string =>
  kept.slice(-4) === given.slice(-4)
    ? `登记的电话改为尾号${given.slice(-4)}的另一个号码，尾号与原来的相同`
    : `登记的电话由尾号${kept.slice(-4)}改为尾号${given.slice(-4)}的另一个号码`

function rightOf(person: string, { appointment, unit }: Asking, known: Known): string {
  const of = unit ? (known.units.get(unit)?.state.name ?? unit) : ''
  return `${calledOf(known)(person)}的岗位“${of}${APPOINTMENTS[appointment]}”`
}
