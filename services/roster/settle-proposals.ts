/** Approves what somebody else has entered, declines it, takes it back; and the head's word of having seen what changed. */
import type { rosterEndpoints } from '#contracts/roster.ts'
import type { AnyCall, Caller, UseCase } from '#edge/use-case.ts'
import type { Decision } from '#ledger/kind.ts'
import { doneBy, execute, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { KeeperLine } from '#roster/keepers.ts'
import { loginKind } from '#roster/login.ts'
import { type Person, type PersonEvent, type Proposal, personKind, personStream } from '#roster/person.ts'
import { approveProposal, declineProposal, noteChanges, takeBackProposal } from '#roster/proposal.ts'
import { isFounding } from './first-administrator.ts'
import { inTurn } from './in-turn.ts'
import { againWhereChanged, announceLines, isOfKeeper, type Keeping, keepersAt, readKeeping } from './keeping.ts'
import { mustLeaveKeeper } from './last-administrator.ts'
import { prepareLogin } from './link-login.ts'
import type { Deps } from './read-known.ts'
import { someAtOnce } from './some-at-once.ts'

type Call = Pick<AnyCall, 'received'> & { readonly caller: Caller; readonly command: string }
type Refusing = { readonly person: string; readonly proposal: number; readonly sentence: string }

/** Each person's as one commit; what cannot be approved is left out of it, and said. */
export const approveChanges =
  (deps: Deps): UseCase<typeof rosterEndpoints.approveChanges> =>
  async ({ body, ...call }) => {
    const byPerson = [...Map.groupBy(body.proposals, ({ person }) => person)]
    const all: Awaited<ReturnType<typeof approveOf>>[] = []
    // In turn: whether somebody is the last administrator depends on the others.
    for (const [person, asked] of byPerson)
      all.push(
        await againWhereChanged(() =>
          approveOf(deps, person, [...new Set(asked.map(({ proposal }) => proposal))], call),
        ),
      )
    return {
      approved: all.reduce((sum, { approved }) => sum + approved, 0),
      refused: all.flatMap(({ refused }) => refused),
    }
  }

async function approveOf(deps: Deps, person: string, proposals: readonly number[], call: Call) {
  const { caller, received, command } = call
  const stream = personStream(person)
  const first = await readStream(deps.ledger, personKind, stream)
  const done = doneBy(first.commits, { command, by: caller.person })
  if (done) return { approved: done.events.length, refused: [] }
  const settling = { approving: caller, received }
  const isOfKeepers = ({ proposal, ...one }: Proposal) =>
    proposals.includes(proposal) && one.type === 'appointmentProposed' && isOfKeeper(one.held)
  const keeping = first.state.pending?.some(isOfKeepers) ? await readKeeping(deps.ledger) : undefined
  const lines: KeeperLine[] = []
  const refused: Refusing[] = []
  const good: Decision<PersonEvent, Person>[] = []
  let { state } = first
  for (const proposal of proposals)
    try {
      const decide = approveProposal(person, proposal, settling)
      mustNotBeAlone(caller)
      // On what those before it come to: one that does not go together with them is left out, and not all of them.
      const events = decide(state)
      const next = events.reduce(personKind.evolve, state)
      const changed = events.flatMap((event) =>
        event.type === 'appointed' && isOfKeeper(event.held) ? [{ person, held: event.held }] : [],
      )
      if (keeping) await mustLeaveKeepers(deps, keeping, { person, state, next, changed, received })
      lines.push(...changed)
      await linkFor(deps, person, state, proposal, call)
      good.push(decide)
      state = next
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refused.push({ person, proposal, sentence: error.message })
    }
  if (good.length === 0) return { approved: 0, refused }
  if (keeping && lines.length > 0)
    await announceLines(deps.ledger, keeping, lines, { by: caller.person, received, command })
  const { events } = await execute(deps.ledger, personKind, {
    ...{ stream, command, by: caller.person, first },
    decide: inTurn(personKind, good),
  })
  return { approved: events.length, refused }
}

/** @throws Refused while one login stands in for both: whoever entered it may be the same person */
function mustNotBeAlone(caller: Caller): void {
  if (isFounding(caller))
    throw new Refused('conflict', '现在没有管理员，由您一人代行，不能算作另一人的批准；确要办理的，请直接登记。')
}

const proposalIn = ({ pending = [] }: Person, proposal: number) => pending.find((one) => one.proposal === proposal)

type Leaving = {
  readonly person: string
  /** As they are, and as they would be. */
  readonly state: Person
  readonly next: Person
  readonly changed: readonly KeeperLine[]
  readonly received: string
}
async function mustLeaveKeepers(
  deps: Deps,
  keeping: Keeping,
  { person, state, next, changed, received }: Leaving,
): Promise<void> {
  if (changed.length === 0) return
  const keepers = await keepersAt(deps, keeping, received, { given: new Map([[person, { state }]]) })
  const all = [...new Map([...keepers, [person, next] as const]).values()]
  for (const { held } of changed) mustLeaveKeeper(held, { before: state, all, called: '他', received })
}

/** Without effect: it is theirs with the commit that follows, and nobody's loss where that is refused. */
async function linkFor({ ledger }: Deps, person: string, state: Person, proposal: number, call: Call): Promise<void> {
  const asked = proposalIn(state, proposal)
  if (asked?.type !== 'loginProposed') return
  const { login, loginFrom } = asked
  const first = await readStream(ledger, loginKind, login)
  await prepareLogin(ledger, { person, state, login, loginFrom, proposal, first }, { ...call, by: call.caller.person })
}

const settle = async (
  { ledger }: Deps,
  person: string,
  { caller, command }: Call,
  decide: Decision<PersonEvent, Person>,
): Promise<{ readonly changed: boolean }> => {
  const asked = { stream: personStream(person), command, by: caller.person, decide }
  return { changed: (await execute(ledger, personKind, asked)).events.length > 0 }
}

export const declineChange =
  (deps: Deps): UseCase<typeof rosterEndpoints.declineChange> =>
  ({ body: { person, proposal, reason }, ...call }) =>
    settle(
      deps,
      person,
      call,
      declineProposal(person, proposal, reason, { approving: call.caller, received: call.received }),
    )

export const takeBackChange =
  (deps: Deps): UseCase<typeof rosterEndpoints.takeBackChange> =>
  ({ body: { person, proposal }, ...call }) =>
    settle(deps, person, call, takeBackProposal(proposal, { by: call.caller.person, received: call.received }))

/** Of whom something newer has changed, nothing is noted: nobody has seen it. */
export const noteRosterChanges =
  (deps: Deps): UseCase<typeof rosterEndpoints.noteChanges> =>
  async ({ body: { news }, ...call }) => {
    const by = call.caller.person
    const noted = await someAtOnce(news, async ({ person, seen }) => {
      const stream = personStream(person)
      const first = await readStream(deps.ledger, personKind, stream)
      if (doneBy(first.commits, { command: call.command, by })) return true
      if (first.commits.length !== seen) return false
      await execute(deps.ledger, personKind, {
        ...{ stream, command: call.command, by, first },
        decide: noteChanges({ by, received: call.received }),
      })
      return true
    })
    return { noted: noted.filter((one) => one).length, newer: noted.filter((one) => !one).length }
  }
