/** Somebody of the roster: what one administrator has entered and another approved, or what the founding wrote. */
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { LOGIN_STREAM } from '#roster/login.ts'
import { mayBeHeldBy } from '#roster/login-holder.ts'
import {
  appoint,
  identify,
  isSameAppointment,
  PERSON_ID,
  type Person,
  type PersonEvent,
  personKind,
  personStream,
  registerPerson,
} from '#roster/person.ts'
import {
  approveProposal,
  declineProposal,
  noteChanges,
  proposeAppointment,
  proposeLogin,
  takeBackProposal,
} from '#roster/proposal.ts'
import { unitStream } from '#roster/unit.ts'
import { type About, judging } from '../judging.ts'
import { mustHaveRight } from '../rights.ts'
import {
  type Approving,
  keepingOf,
  mustBeFounding,
  mustHaveKept,
  mustKeepRoster,
  numberOf,
  settling,
} from './keepers.ts'

type AboutPerson = About<PersonEvent, Person>
type Deciding = Decision<PersonEvent, Person>
type Of<Type extends PersonEvent['type']> = Extract<PersonEvent, { type: Type }>

/** Lines of one person are one commit, each on what those before it have come to. */
export const judgePerson = judging(personKind, function* candidates(about): Iterable<Deciding> {
  const { events } = about
  yield (state) => {
    const made: PersonEvent[] = []
    let now = state
    for (const event of events) {
      const would = decide(event, about)(now)
      made.push(...would)
      now = would.reduce(personKind.evolve, now)
    }
    return made
  }
})

function decide(event: PersonEvent, about: AboutPerson): Deciding {
  const { elsewhere, commit, ids } = about
  const [person = ''] = ids
  const { at: received } = event
  const by = { by: event.by, received }
  const who = { by: commit.by, received }
  switch (event.type) {
    case 'registered':
      mustKeepRoster(elsewhere, 'keep-roster', who)
      if (!PERSON_ID.test(person)) throw new Refused('incomplete', `“${person}”不是人员编号的写法`)
      return registerPerson(person, event.personal, { ...by, renamed: event.renamed === true })
    case 'appointed':
      return appointing(event, about)
    case 'identified':
      return identifying(event, about)
    case 'appointmentProposed':
      mustEnterAs(about, event, 'enter-appointment')
      mustNameUnit(about, event.held.unit, received)
      return proposeAppointment({ ...event.held, to: event.held.to ?? null }, { ...by, as: event.as })
    case 'loginProposed': {
      mustEnterAs(about, event, 'keep-roster')
      const { login, named, loginFrom, as } = event
      if (!LOGIN_STREAM.test(login)) throw new Refused('incomplete', `“${login}”不是账号的记录流`)
      const mayBe = holdersOf(about, login, received)
      // Whoever enters it has seen one of those; of another one than the line names the line says nothing.
      const heldBy = [loginFrom, person, undefined, ...mayBe].find((one) => mayBe.includes(one))
      const propose = proposeLogin({ to: person, login, named, loginFrom, heldBy }, { ...by, as })
      // Whose login has lost its name is given it anew.
      return (state) => propose(state.login === login ? { ...state, login: '' } : state)
    }
    case 'declined': {
      const { proposal, reason } = event
      return settling(elsewhere, who, (approving) => declineProposal(person, proposal, reason, { approving, received }))
    }
    case 'takenBack':
      return takeBackProposal(event.proposal, by)
    case 'noted':
      mustHaveRight(elsewhere, 'note-roster', who)
      return noteChanges(by)
  }
}

function appointing(event: Of<'appointed'>, about: AboutPerson): Deciding {
  const { elsewhere, commit, ids } = about
  const { proposedBy, alone, held, at: received, by } = event
  const [person = ''] = ids
  mustNameUnit(about, held.unit, received)
  if (proposedBy === undefined) {
    mustBeFounding(elsewhere, commit, { person, held })
    return appoint({ ...held, to: held.to ?? null }, { by, received, ...(alone && { alone }) })
  }
  return (state) => {
    const asked = state.pending?.find((one) => one.type === 'appointmentProposed' && isSameAppointment(one.held, held))
    if (!asked) throw new Refused('conflict', '没有人登记过这个岗位，或者已经办理')
    const number = numberOf(elsewhere, commit, { person, held })
    if (number !== undefined) mustHaveKept(elsewhere, { by: asked.by, received: asked.at }, asked.as, number)
    const approve = (approving: Approving) => approveProposal(person, asked.proposal, { approving, received })
    return settling(elsewhere, { by: commit.by, received }, approve, number)(state)
  }
}

function identifying(event: Of<'identified'>, about: AboutPerson): Deciding {
  const { elsewhere, commit, ids } = about
  const { proposedBy, alone, login, named, at: received, by } = event
  const [person = ''] = ids
  if (!elsewhere.logins.at(login, received).some((one) => one.person === person))
    throw new Refused('conflict', '这个账号自己的记录没有归到这个人')
  if (proposedBy === undefined) {
    mustBeFounding(elsewhere, commit)
    const give = identify(login, { by, received, ...(alone && { alone }) }, named)
    return (state) => give({ ...state, login: '' })
  }
  return (state) => {
    const asked = state.pending?.find((one) => one.type === 'loginProposed' && one.login === login)
    if (!asked) throw new Refused('conflict', '没有人登记过这个账号，或者已经办理')
    const approve = (approving: Approving) => approveProposal(person, asked.proposal, { approving, received })
    return settling(elsewhere, { by: commit.by, received }, approve)(state)
  }
}

const holdersOf = ({ elsewhere: { logins, persons } }: AboutPerson, login: string, at: string) =>
  logins.at(login, at).flatMap((state) => mayBeHeldBy(login, state, (person) => persons.at(personStream(person), at)))

/** @throws Refused for whoever did not hold what they say that they entered it as */
function mustEnterAs(
  { elsewhere, commit }: AboutPerson,
  { as, at: received }: { readonly as: string; readonly at: string },
  command: 'enter-appointment' | 'keep-roster',
): void {
  const who = { by: commit.by, received }
  mustKeepRoster(elsewhere, command, who)
  if (!keepingOf(elsewhere, who).some((holdings) => holdings.some(({ appointment }) => appointment === as)))
    throw new Refused('forbidden', `${who.by}当时没有所写的管理员岗位`)
}

function mustNameUnit({ elsewhere }: AboutPerson, unit: string | undefined, at: string): void {
  if (unit === undefined || elsewhere.units.at(unitStream(unit), at).some(({ name }) => name !== undefined)) return
  throw new Refused('incomplete', `名册里当时没有编号为“${unit}”的单位`)
}
