/** Who kept the roster: its administrators, and whoever stood in for them while there were none. */
import { dateOf } from '#calendar/deadline.ts'
import { msBetween } from '#calendar/instant.ts'
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
import { heldOn, isSameAppointment, type Person, type PersonEvent } from '#roster/person.ts'
import type { approveProposal } from '#roster/proposal.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { MARGIN_MS } from '../../verify-roots.ts'
import type { Elsewhere } from '../elsewhere.ts'
import { judging } from '../judging.ts'
import { type By, holdingsOf } from '../rights.ts'

/** The parts that nobody had for certain at an instant. */
export function vacantAt({ streams, persons }: Elsewhere, received: string): readonly Appointment[] {
  const day = dateOf(received)
  const held = streams
    .filter((stream) => stream.startsWith('person/'))
    .map((stream) => persons.at(stream, received).map((state) => heldOn(state, day)))
  return KEEPERS.filter(
    (part) => !held.some((mayBe) => mayBe.every((own) => own.some((one) => one.appointment === part))),
  )
}

/** Whoever stands in for a part that nobody may have had holds it besides. */
export function keepingOf(elsewhere: Elsewhere, by: By): readonly (readonly Holding[])[] {
  const vacant = vacantAt(elsewhere, by.received).map((appointment) => ({ appointment }))
  // Nobody of the roster is called so. And nobody keeps it by what was written later: two would make one another keepers.
  const own = by.by === ACTORS.firstAdministrator ? [[]] : holdingsOf(elsewhere, by, 0)
  return vacant.length > 0 ? [...own, ...own.map((holdings) => [...holdings, ...vacant])] : own
}

/** @throws Refused */
export function mustKeepRoster(elsewhere: Elsewhere, command: Command, by: By): void {
  const may = keepingOf(elsewhere, by).some((holdings) => permissionFor(command, holdings) !== undefined)
  if (!may) throw new Refused('forbidden', `${by.by}当时不是名册的管理员`)
}

type Founded = { readonly command: string; readonly by: string; readonly at: string }
/**
 * Whether whoever wrote this said so first, at the same time, while nobody kept the roster: only that has its effect at
 * once. @param line what makes somebody keep it, which is announced by name @throws Refused
 */
export function mustBeFounding(elsewhere: Elsewhere, { command, by, at }: Founded, line?: KeeperLine): void {
  const isAbout = (lines: readonly KeeperLine[]) =>
    line === undefined ||
    !KEEPERS.includes(line.held.appointment) ||
    lines.some(({ person, held }) => person === line.person && isSameAppointment(held, line.held))
  const said = elsewhere.keepers
    .commits(KEEPERS_STREAM)
    .some(
      (one) =>
        one.by === by &&
        one.command === `keepers ${one.number - 1} for ${command}` &&
        Math.abs(msBetween(one.at, at)) <= MARGIN_MS &&
        one.events.some(({ founding, lines }) => founding && isAbout(lines)),
    )
  if (!said || vacantAt(elsewhere, at).length < KEEPERS.length)
    throw new Refused('forbidden', '没有另一名管理员批准，也不是首次登记名册')
}

export type Approving = Parameters<typeof approveProposal>[2]['approving']
/** By whatever whoever settles it may have held. */
export const settling =
  (
    elsewhere: Elsewhere,
    who: By,
    decision: (approving: Approving) => Decision<PersonEvent, Person>,
  ): Decision<PersonEvent, Person> =>
  (state) => {
    let refused: Refused | undefined
    for (const holdings of keepingOf(elsewhere, who)) {
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
    if (founding && vacantAt(elsewhere, received).length < KEEPERS.length)
      throw new Refused('forbidden', '当时名册已有管理员，不是首次登记')
    mustKeepRoster(elsewhere, founding ? 'keep-roster' : 'approve-roster', { by: commit.by, received })
    return announce({ by, received, lines, ...(founding && { founding }) }, state)(before)
  }
})
