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

/** Which commit of which stream, as one word pair. */
const key = ({ stream, number }: ActReference) => `${stream} ${number}`

/** Reads, once each, whoever and whatever the events of a case name. */
export async function nameThose(
  { ledger, persons }: Pick<IntakeDeps, 'ledger' | 'persons'>,
  unit: string,
  events: readonly CaseEvent[],
): Promise<Naming> {
  const ids = [...new Set(events.flatMap((event) => ('by' in event && event.by !== 'time' ? [event.by] : [])))]
  const references = events.flatMap((event) => ('act' in event && event.act ? [event.act] : []))
  const people = await mapOf(ids, async (id) => (await readStream(ledger, personKind, personStream(id))).state)
  const titles = await mapOf([...new Set(references.map(key))], (name) => titleOfAct(ledger, name))
  const signers = events.flatMap((event) => (event.type === 'signed' && event.signer ? [event.signer.id] : []))
  const staff = [...people.values()].flatMap(({ personal }) => personal?.id ?? [])
  const names = await persons.names([...new Set([...signers, ...staff])])
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : names.get(id)) ?? ERASED
  return {
    who: (by, at) => {
      if (by === 'time') return '系统（到期）'
      const person = people.get(by)
      if (!person) return by
      const title = titleOn(person, dateOf(at), unit)
      return title ? `${nameOf(person.personal?.id)}（${title}）` : nameOf(person.personal?.id)
    },
    act: (reference) => titles.get(key(reference)) ?? reference.stream,
    signer: ({ id }) => nameOf(id),
  }
}

/** The name alone, of whoever acts for an organ. */
export async function nameOfOfficer({ ledger, persons }: Pick<IntakeDeps, 'ledger' | 'persons'>, by: string) {
  const { personal } = (await readStream(ledger, personKind, personStream(by))).state
  return personal ? ((await persons.names([personal.id])).get(personal.id) ?? ERASED) : by
}

async function mapOf<T>(keys: readonly string[], read: (name: string) => Promise<T>): Promise<ReadonlyMap<string, T>> {
  return new Map(await Promise.all(keys.map(async (name): Promise<[string, T]> => [name, await read(name)])))
}

/** What somebody was that day, inside this unit if they held anything there. */
function titleOn(person: Person, day: string, unit: string): string {
  const held = heldOn(person, day)
  const inside = held.filter((one) => one.unit === unit)
  const shown = inside.length > 0 ? inside : held.filter((one) => one.unit === undefined)
  return [...new Set(shown.map(({ appointment }) => APPOINTMENTS[appointment]))].join('、')
}

async function titleOfAct(ledger: IntakeDeps['ledger'], name: string): Promise<string> {
  const [stream = '', number] = name.split(' ')
  if (stream.startsWith('notice/')) {
    const { published } = (await readStream(ledger, noticeKind, stream)).state
    return published ? `《${published.title}》` : stream
  }
  const { meetings } = (await readStream(ledger, resolutionKind, stream)).state
  const meeting = meetings.find(({ commit }) => commit === Number(number))
  return meeting ? `${meeting.meeting}（${meeting.number}）` : stream
}
