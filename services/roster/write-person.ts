import type { RosterBody } from '#contracts/roster.ts'
import type { Decision } from '#ledger/kind.ts'
import { doneBy, execute } from '#ledger/ledger.ts'
import type { Reference } from '#persons/persons.ts'
import { linkLogin, loginKind } from '#roster/login.ts'
import {
  type Asking,
  appoint,
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
import { type Deps, holderOf, type Known, readIn } from './read-known.ts'

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
 * The login first: from then on nobody else has it, and its new owner has it with the commit that follows. Where somebody
 * else approves, login and appointments only stand in the person's stream until then.
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
  const login = line && (await loginOf(deps, line, known, asked))
  const effect = { by, received, ...(asked.alone && { alone: true }) }
  const { events } = await execute(deps.ledger, personKind, {
    ...{ stream: personStream(person), command, by, first: readIn(known.people, person) },
    decide: inTurn(personKind, [
      ...(personal ? [registerPerson(person, personal, { by, received })] : []),
      ...(login ? [as ? proposeLogin(login, { by, received, as }) : identify(login.login, effect, login.named)] : []),
      ...appointments.map(
        (held): Decision<PersonEvent, Person> =>
          as ? proposeAppointment(held, { by, received, as }) : appoint(held, effect),
      ),
    ]),
  })
  const given = events.flatMap((event) => ('held' in event ? [event.held] : []))
  return {
    line: line && (linked || events.some((event) => !('held' in event))),
    appointments: appointments.map((held) => given.some((one) => isSameAppointment(one, held))),
    waiting: events.filter(({ type }) => type === 'appointmentProposed' || type === 'loginProposed').length,
  }
}

/** The login of a line that is not theirs yet, with what it is called, which only `persons` keeps. */
async function loginOf(
  { persons }: Deps,
  { person, login, loginFrom }: Line,
  known: Known,
  { command }: Writing,
): Promise<Parameters<typeof proposeLogin>[0] | undefined> {
  if (!login) return undefined
  const { stream } = readIn(known.logins, login)
  const asked = { login: stream, ...(loginFrom !== undefined && { loginFrom }) }
  if (isLoginKnown(readIn(known.people, person).state, asked)) return undefined
  const named = await persons.remember('login', { name: login }, { once: `${command} ${personStream(person)}` })
  return { ...asked, named }
}

/** Name and telephone into `persons`; undefined when they are there already. */
async function keepData(
  { persons }: Deps,
  { person, name, phone }: Line,
  { people, names, phones }: Known,
  { command }: Writing,
): Promise<Reference | undefined> {
  // A file without the column must not erase what the county keeps.
  const number = phone === undefined ? phones.get(person) : phone
  const isThere = readIn(people, person).state.personal !== undefined
  if (isThere && names.get(person) === name && (phone === undefined || (number ?? undefined) === phones.get(person)))
    return undefined
  return persons.remember(
    'staff',
    { name, ...(number && { phone: number }) },
    { once: `${command} ${personStream(person)}` },
  )
}

async function link({ ledger }: Deps, line: Line, known: Known, asked: Writing): Promise<boolean> {
  const { person, login, loginFrom } = line
  if (!login) return false
  const first = readIn(known.logins, login)
  const { by, received, command } = asked
  const linkedTo = first.state.person
  // Whoever has another login by now loses nothing.
  const free = linkedTo && !holderOf(known, login) ? [linkedTo] : []
  const { events } = await execute(ledger, loginKind, {
    ...{ stream: first.stream, command, by, first },
    decide: linkLogin(person, { by, received }, [...(loginFrom ? [loginFrom] : []), ...free]),
  })
  return events.length > 0
}
