import { noticeKind } from '#acts/notice.ts'
import { resolutionKind } from '#acts/resolution.ts'
import { dateOf } from '#calendar/deadline.ts'
import type { ActReference, CaseEvent, Personal } from '#case/case-events.ts'
import { readStream } from '#ledger/ledger.ts'
import { ERASED } from '#persons/persons.ts'
import { APPOINTMENTS } from '#procedure/procedure.ts'
import { heldOn, type Person, personKind, personStream } from '#roster/person.ts'
import type { IntakeDeps } from './intake-deps.ts'

/** How those who acted in a case are called on its page. */
export type Naming = {
  /** "王小明(创建单位经办人)": the name and what they were on the Shanghai date of `at`. */
  readonly who: (by: string, at: string) => string
  /** The title of the meeting or notice whose line this is. */
  readonly act: (reference: ActReference) => string
  /** The name on paper. */
  readonly signer: (signer: Personal) => string
}

const key = ({ stream, number }: ActReference) => `${stream} ${number}`

/** Reads, once each, whoever and whatever the events of a case name. */
export async function nameThose(
  { ledger, persons }: Pick<IntakeDeps, 'ledger' | 'persons'>,
  unit: string,
  events: readonly CaseEvent[],
): Promise<Naming> {
  const ids = new Set(events.flatMap((event) => ('by' in event && event.by !== 'time' ? [event.by] : [])))
  const people = new Map<string, Person>()
  for (const id of ids) people.set(id, (await readStream(ledger, personKind, personStream(id))).state)
  const acts = new Map<string, string>()
  for (const event of events)
    if ('act' in event && event.act && !acts.has(key(event.act)))
      acts.set(key(event.act), await titleOfAct(ledger, event.act))
  const signers = events.flatMap((event) => (event.type === 'signed' && event.signer ? [event.signer.id] : []))
  const names = await persons.names([...signers, ...[...people.values()].flatMap(({ personal }) => personal?.id ?? [])])
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : names.get(id)) ?? ERASED
  return {
    who: (by, at) => {
      if (by === 'time') return '系统(到期)'
      const person = people.get(by)
      if (!person) return by
      const title = titleOn(person, dateOf(at), unit)
      return title ? `${nameOf(person.personal?.id)}(${title})` : nameOf(person.personal?.id)
    },
    act: (reference) => acts.get(key(reference)) ?? reference.stream,
    signer: ({ id }) => nameOf(id),
  }
}

/** What somebody was that day, inside this unit if they held anything there. */
function titleOn(person: Person, day: string, unit: string): string {
  const held = heldOn(person, day)
  const inside = held.filter((one) => one.unit === unit)
  const shown = inside.length > 0 ? inside : held.filter((one) => one.unit === undefined)
  return [...new Set(shown.map(({ appointment }) => APPOINTMENTS[appointment]))].join('、')
}

async function titleOfAct(ledger: IntakeDeps['ledger'], { stream, number }: ActReference): Promise<string> {
  if (stream.startsWith('notice/')) {
    const { published } = (await readStream(ledger, noticeKind, stream)).state
    return published ? `《${published.title}》` : stream
  }
  const { meetings } = (await readStream(ledger, resolutionKind, stream)).state
  const meeting = meetings.find(({ commit }) => commit === number)
  return meeting ? `${meeting.meeting}(${meeting.number})` : stream
}
