/** Who kept the roster: its administrators, and whoever stood in for them while there were none. */
import { dateOf } from '#calendar/deadline.ts'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { type Appointment, KEEPERS } from '#procedure/appointments.ts'
import type { Command } from '#procedure/commands.ts'
import { type Holding, permissionFor } from '#procedure/permissions.ts'
import {
  announce,
  KEEPERS_STREAM,
  type KeeperLine,
  type Keepers,
  type KeepersEvent,
  keepersKind,
} from '#roster/keepers.ts'
import { mayBeHeldBy } from '#roster/login-holder.ts'
import { heldOn, type Person, type PersonEvent, personStream } from '#roster/person.ts'
import type { approveProposal } from '#roster/proposal.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { MOMENT_MS } from '../../verify-roots.ts'
import type { Elsewhere } from '../elsewhere.ts'
import { judging } from '../judging.ts'
import { type By, holdingsOf } from '../rights.ts'
import { announcedFor, isKeeping, madeBelow, vacantBelow, type Written } from './announced.ts'

/** The parts that nobody had for certain at an instant. */
function vacantAt({ ofKind, persons }: Elsewhere, received: string): readonly Appointment[] {
  const day = dateOf(received)
  const held = ofKind('person').map((stream) =>
    persons.at(stream, received, MOMENT_MS).map((state) => heldOn(state, day)),
  )
  return KEEPERS.filter(
    (part) => !held.some((mayBe) => mayBe.every((own) => own.some((one) => one.appointment === part))),
  )
}

/**
 * Only the login that the county's file names stands in, as whoever of the roster has it, or as nobody of them. Where its
 * issuer is not known, whoever has a login and kept the roster before may have that one.
 */
function mayStandIn({ standIn, logins, persons, keepers, ofKind }: Elsewhere, { by, received }: By): boolean {
  if (by === ACTORS.firstAdministrator) return true
  const statesOf = (person: string) => persons.at(personStream(person), received)
  const hasHad = (login: string) =>
    logins.at(login, received).some((state) => mayBeHeldBy(login, state, statesOf).includes(by))
  if (standIn !== undefined) return hasHad(standIn)
  const kept = keepers.commits(KEEPERS_STREAM).some(({ events }) => events.some(({ lines }) => isNamed(lines, by)))
  return kept && ofKind('login').some(hasHad)
}
const isNamed = (lines: readonly KeeperLine[], by: string): boolean => lines.some(({ person }) => person === by)

/** @param number of what is announced with it: by what lower ones have made them */
export function keepingOf(elsewhere: Elsewhere, by: By, number?: number): readonly (readonly Holding[])[] {
  // Nobody of the roster is called so.
  const isFirst = by.by === ACTORS.firstAdministrator
  const own = isFirst ? [[]] : holdingsOf(elsewhere, by).map(madeBelow(elsewhere, by.by, number))
  const neither = own.filter((one) => !one.some(isKeeping))
  // Whoever keeps it anyhow is judged though a login or another one's stream tells nothing.
  if (neither.length === 0 || !mayStandIn(elsewhere, by)) return own
  const vacant = number === undefined ? vacantAt(elsewhere, by.received) : vacantBelow(elsewhere, number, by.received)
  const stands = (holdings: readonly Holding[]) => [...holdings, ...vacant.map((appointment) => ({ appointment }))]
  return vacant.length > 0 ? [...own, ...neither.map(stands)] : own
}

/** What somebody entered as a keeper who was one by lower numbers, or stood in then. @throws Refused */
export function mustHaveKept(elsewhere: Elsewhere, by: By, as: Appointment, number: number): void {
  const own = holdingsOf(elsewhere, by).map(madeBelow(elsewhere, by.by, number))
  const stoodIn = () => mayStandIn(elsewhere, by) && vacantAt(elsewhere, by.received).includes(as)
  if (!own.some((held) => held.some(({ appointment }) => appointment === as)) && !stoodIn())
    throw new Refused('forbidden', `${by.by}登记时不是名册的管理员`)
}

/** @throws Refused */
export function mustKeepRoster(elsewhere: Elsewhere, command: Command, by: By, number?: number): void {
  const may = keepingOf(elsewhere, by, number).some((holdings) => permissionFor(command, holdings) !== undefined)
  if (!may) throw new Refused('forbidden', `${by.by}当时不是名册的管理员`)
}

/**
 * Whether whoever wrote this said so first, at the same time, while nobody kept the roster: only that has its effect at
 * once. @param line what makes somebody keep it, which is announced by name @throws Refused
 */
export function mustBeFounding(elsewhere: Elsewhere, written: Written, line?: KeeperLine): void {
  const said = announcedFor(elsewhere, written, ({ founding }) => founding === true, line)
  if (!said.some(({ number }) => vacantBelow(elsewhere, number, written.at).length === KEEPERS.length))
    throw new Refused('forbidden', '没有另一名管理员批准，也不是首次登记名册')
}

/** The number under which it was announced that this makes, or ends, a keeper of the roster. @throws Refused */
export function numberOf(elsewhere: Elsewhere, written: Written, line: KeeperLine): number | undefined {
  if (!isKeeping(line.held)) return undefined
  const [said] = announcedFor(elsewhere, written, ({ founding }) => founding === undefined, line)
  if (said) return said.number
  throw new Refused('elsewhere', '名册管理员的变动没有先写入keepers/roster')
}

export type Approving = Parameters<typeof approveProposal>[2]['approving']
/** By whatever whoever settles it may have held. @param number as `keepingOf` has it */
export const settling =
  (
    elsewhere: Elsewhere,
    who: By,
    decision: (approving: Approving) => Decision<PersonEvent, Person>,
    number?: number,
  ): Decision<PersonEvent, Person> =>
  (state) => {
    let refused: Refused | undefined
    for (const holdings of keepingOf(elsewhere, who, number)) {
      if (KEEPERS.every((part) => holdings.some(({ appointment }) => appointment === part)))
        refused ??= new Refused('conflict', '由一人代行，不能算作另一人的批准')
      else
        try {
          return decision({ person: who.by, holdings })(state)
        } catch (error) {
          if (!(error instanceof Refused)) throw error
          refused ??= error
        }
    }
    throw refused ?? new Refused('forbidden', `${who.by}当时不是名册的管理员`)
  }

export const judgeKeepers = judging(keepersKind, function* candidates(about): Iterable<
  Decision<KeepersEvent, Keepers>
> {
  const { events, elsewhere, commit, state, stream } = about
  const [event] = events
  const { by, at: received, founding, lines } = event
  yield (before) => {
    if (stream !== KEEPERS_STREAM) throw new Refused('unknown', '没有这样的记录流')
    if (!commit.command.startsWith(`keepers ${commit.number - 1} for `))
      throw new Refused('elsewhere', '不是看过此前全部变动以后写的')
    if (founding && vacantBelow(elsewhere, commit.number, received).length < KEEPERS.length)
      throw new Refused('forbidden', '当时名册已有管理员，不是首次登记')
    const who = { by: commit.by, received }
    mustKeepRoster(elsewhere, founding ? 'keep-roster' : 'approve-roster', who, commit.number)
    return announce({ by, received, lines, ...(founding && { founding }) }, state)(before)
  }
})
