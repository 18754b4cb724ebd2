import type { RosterBody } from '#contracts/roster.ts'
import type { Decision } from '#ledger/kind.ts'
import { doneBy, execute } from '#ledger/ledger.ts'
import type { Reference } from '#persons/persons.ts'
import {
  type Asking,
  appoint,
  type Effect,
  identify,
  isSameAppointment,
  type Person,
  type PersonEvent,
  personKind,
  personStream,
  registerPerson,
} from '#roster/person.ts'
import { isLoginKnown, proposeAppointment, proposeLogin } from '#roster/proposal.ts'
import type { Writing } from './check-lines.ts'
import { inTurn } from './in-turn.ts'
import { prepareLogin } from './link-login.ts'
import { type Deps, holderOf, type Known, lacksName, readIn } from './read-known.ts'

type Line = RosterBody['people'][number]
type PersonLines = {
  readonly person: string
  readonly line: Line | undefined
  readonly appointments: readonly Asking[]
}

export function linesByPerson({ people, appointments }: RosterBody): PersonLines[] {
  const lines = new Map(people.map((line) => [line.person, line]))
  const held = Map.groupBy(appointments, ({ person }) => person)
  return [...new Set([...lines.keys(), ...held.keys()])].map((person) => ({
    ...{ person, line: lines.get(person) },
    appointments: (held.get(person) ?? []).map(({ person: _of, ...one }) => one),
  }))
}

/** Whether each line has changed something, and how much of it waits for approval. */
type Changed = {
  readonly line: boolean | undefined
  readonly appointments: readonly boolean[]
  readonly waiting: number
}

/**
 * The login is linked first, and has its new owner with the person's own commit, which decides. Where somebody else
 * approves, login and appointments only stand in the person's stream until then.
 */
export async function writePerson(
  deps: Deps,
  { person, line, appointments }: PersonLines,
  known: Known,
  asked: Writing,
): Promise<Changed> {
  const { by, received, command, as } = asked
  // An id that was used for something else leaves nothing behind.
  doneBy(readIn(known.people, person).commits, { command, by })
  const linked = line && !as ? await link(deps, line, known, asked) : false
  const personal = line && (await keepData(deps, line, known, asked))
  const login = line && (await loginOf(deps, line, known, asked, linked))
  // Of the founding itself nobody is told line by line.
  const renamed = line !== undefined && known.names.get(person) !== line.name && Boolean(as || asked.alone)
  const effect = { by, received, ...(asked.alone && { alone: true }) }
  const { events } = await execute(deps.ledger, personKind, {
    ...{ stream: personStream(person), command, by, first: readIn(known.people, person) },
    decide: inTurn(personKind, [
      ...(personal ? [registerPerson(person, personal, { by, received, renamed })] : []),
      ...(login ? [given(login, as ? { by, received, as } : effect, { linked, known })] : []),
      ...appointments.map(
        (held): Decision<PersonEvent, Person> =>
          as ? proposeAppointment(held, { by, received, as }) : appoint(held, effect),
      ),
    ]),
  })
  const held = events.flatMap((event) => ('held' in event ? [event.held] : []))
  return {
    line: line && (linked || events.some((event) => !('held' in event))),
    appointments: appointments.map((asking) => held.some((one) => isSameAppointment(one, asking))),
    waiting: events.filter(({ type }) => type === 'appointmentProposed' || type === 'loginProposed').length,
  }
}

type Login = Parameters<typeof proposeLogin>[0]
/** Whoever had the login before and lost it is given it anew, and so is whoever has it without its name. */
const given =
  (
    login: Login,
    how: Effect | Parameters<typeof proposeLogin>[1],
    { linked, known }: { readonly linked: boolean; readonly known: Known },
  ): Decision<PersonEvent, Person> =>
  (before) => {
    const person = linked || lacksName(before, login.login, known) ? { ...before, login: '' } : before
    return 'as' in how ? proposeLogin(login, how)(person) : identify(login.login, how, login.named)(person)
  }

async function link({ ledger }: Deps, line: Line, known: Known, asked: Writing): Promise<boolean> {
  const { person, login, loginFrom } = line
  if (!login) return false
  const { stream, ...first } = readIn(known.logins, login)
  const { state } = readIn(known.people, person)
  return prepareLogin(ledger, { person, state, login: stream, loginFrom, first }, asked)
}

/** The login of a line that is not theirs yet, or is without its name, with what it is called, which only `persons` keeps. */
async function loginOf(
  { persons }: Deps,
  { person, login, loginFrom }: Line,
  known: Known,
  asked: Writing,
  linked: boolean,
): Promise<Login | undefined> {
  if (!login) return undefined
  const { stream } = readIn(known.logins, login)
  const given = { to: person, login: stream, loginFrom, heldBy: holderOf(known, login) }
  const { state } = readIn(known.people, person)
  const had = lacksName(state, stream, known) ? { ...state, login: '' } : state
  if (!linked && isLoginKnown(had, given)) return undefined
  return { ...given, named: await persons.remember('login', { name: login }, keptFor(person, asked)) }
}

/** Name and telephone into `persons`; undefined when they are there already. */
async function keepData(
  { persons }: Deps,
  { person, name, phone }: Line,
  { people, names, phones }: Known,
  asked: Writing,
): Promise<Reference | undefined> {
  // A file without the column must not erase what the county keeps.
  const number = phone === undefined ? phones.get(person) : phone
  const isThere = readIn(people, person).state.personal !== undefined
  if (isThere && names.get(person) === name && (phone === undefined || (number ?? undefined) === phones.get(person)))
    return undefined
  return persons.remember('staff', { name, ...(number && { phone: number }) }, keptFor(person, asked))
}

function keptFor(person: string, { command, received }: Writing) {
  const stream = personStream(person)
  return { once: `${command} ${stream}`, stream, at: received }
}
