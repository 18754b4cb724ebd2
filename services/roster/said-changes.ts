/** What a line changes of what the roster has, in sentences for whoever confirms it. */
import { saidDay } from '#calendar/said.ts'
import { APPOINTMENTS } from '#procedure/appointments.ts'
import { type Asking, givesBack, heldAs, isSameAppointment } from '#roster/person.ts'
import { UNIT_KINDS, type Unit, type UnitFacts } from '#roster/unit.ts'
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

/** A right that had an end, and has it later or not at all. */
export function saidReturn(person: string, asked: Asking, known: Known): string | undefined {
  const { state } = readIn(known.people, person)
  if (!givesBack(asked, state)) return undefined
  const { to } = heldAs(asked, state)
  const ended = state.appointments.find((one) => isSameAppointment(one, asked))?.to ?? ''
  const of = asked.unit ? (known.units.get(asked.unit)?.state.name ?? asked.unit) : ''
  const now = to ? `改为${saidDay(to)}结束` : '改为不写结束日期'
  return `${calledOf(known)(person)}的岗位“${of}${APPOINTMENTS[asked.appointment]}”原在${saidDay(ended)}结束，${now}，权限随之延续`
}
