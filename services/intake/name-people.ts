import { dateOf } from '#calendar/deadline.ts'
import type { ActReference, CaseEvent, Personal } from '#case/case-events.ts'
import { Overtaken } from '#ledger/by-two.ts'
import { readStream } from '#ledger/ledger.ts'
import { ERASED } from '#persons/persons.ts'
import { APPOINTMENTS } from '#procedure/appointments.ts'
import { heldOn, type Person, personKind, personStream } from '#roster/person.ts'
import { type Known, knownAs, NOTHING_KNOWN } from '#rows/known.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { titleOfAct } from './case/title-of-act.ts'
import type { IntakeDeps } from './intake-deps.ts'

/** How those who acted in a case are called on its page. */
export type Naming = {
  /** "王小明(创建单位经办人)": the name and what they were on the Shanghai date of `at`. */
  readonly who: (by: string, at: string) => string
  /** The name alone. */
  readonly name: (by: string) => string
  /** The title of the meeting, notice or decision whose line this is; undefined where it is somebody's own. */
  readonly act: (reference: ActReference) => string | undefined
  /** The day that it states of itself; undefined of one that counts by the instant of its decision. */
  readonly on: (reference: ActReference) => string | undefined
  /** The name on paper. */
  readonly signer: (signer: Personal) => string
}
type Deps = Pick<IntakeDeps, 'ledger' | 'persons'>

/** Which commit of which stream, as one word pair. */
const key = ({ stream, number }: ActReference) => `${stream} ${number}`

/** Finds, once each, whoever and whatever the events of a case name. `people`: ids of whoever acts beside it. */
export async function nameThose(
  { ledger, persons }: Deps,
  unit: string,
  { events, people }: { readonly events: readonly CaseEvent[]; readonly people: readonly string[] },
  known: Known,
): Promise<Naming> {
  const found = await peopleOf(ledger, people, known)
  const references = new Map(
    events.flatMap((event) => ('act' in event && event.act ? [[key(event.act), event.act] as const] : [])),
  )
  const titles = new Map(
    await Promise.all(
      [...references].map(async ([name, act]) => [name, await titleOfAct(ledger, act, known)] as const),
    ),
  )
  const signers = events.flatMap((event) => (event.type === 'signed' && event.signer ? [event.signer.id] : []))
  const staff = [...found.values()].flatMap(({ personal }) => personal ?? [])
  const wanted = [...new Set([...signers, ...staff])]
  const names = wanted.length > 0 ? await persons.names(wanted) : new Map<string, string>()
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : names.get(id)) ?? ERASED
  return {
    who: (by, at) => {
      if (by === ACTORS.time) return '系统（到期）'
      const person = found.get(by)
      if (!person) return by
      const title = titleOn(person, dateOf(at), unit)
      return title ? `${nameOf(person.personal)}（${title}）` : nameOf(person.personal)
    },
    name: (by) => (found.has(by) ? nameOf(found.get(by)?.personal) : by),
    act: (reference) => titles.get(key(reference))?.title,
    on: (reference) => titles.get(key(reference))?.on,
    signer: ({ id }) => nameOf(id),
  }
}

/** The names alone, by id, of whoever acts for an organ. */
export async function namesOfOfficers(
  { ledger, persons }: Deps,
  ids: readonly string[],
  known: Known = NOTHING_KNOWN,
): Promise<ReadonlyMap<string, string>> {
  const found = await peopleOf(ledger, [...new Set(ids)], known)
  const wanted = [...found.values()].flatMap(({ personal }) => personal ?? [])
  const names = wanted.length > 0 ? await persons.names(wanted) : new Map<string, string>()
  return new Map([...found].map(([id, { personal }]) => [id, personal ? (names.get(personal) ?? ERASED) : id]))
}

/** Does it; where somebody else has prepared meanwhile, the refusal says who. */
export async function namingOthers<T>(deps: Deps, doing: () => Promise<T>): Promise<T> {
  try {
    return await doing()
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error
    const names = await namesOfOfficers(deps, [error.by])
    throw error.named(names.get(error.by) ?? error.by)
  }
}

/** Of a person what a name on a page needs. `personal`: the opaque id of the name. */
type Called = Pick<Person, 'appointments'> & { readonly personal?: string | undefined }

async function peopleOf(
  ledger: IntakeDeps['ledger'],
  ids: readonly string[],
  known: Known,
): Promise<ReadonlyMap<string, Called>> {
  const read = async (id: string): Promise<Called> => {
    const row = knownAs(known, 'person', personStream(id))
    if (row?.personal) return row
    const { appointments, personal } = (await readStream(ledger, personKind, personStream(id))).state
    return { appointments, personal: personal?.id }
  }
  return new Map(await Promise.all(ids.map(async (id) => [id, await read(id)] as const)))
}

/** What somebody was that day, inside this unit if they held anything there. */
function titleOn({ appointments }: Called, day: string, unit: string): string {
  const held = heldOn({ appointments }, day)
  const inside = held.filter((one) => one.unit === unit)
  const shown = inside.length > 0 ? inside : held.filter((one) => one.unit === undefined)
  return [...new Set(shown.map(({ appointment }) => APPOINTMENTS[appointment]))].join('、')
}
